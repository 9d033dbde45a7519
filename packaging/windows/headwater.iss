; Installs the bundle on Windows: for one person, without an administrator, unless they ask for all users.
; Built by  ISCC /DVersion=X.Y.Z packaging\windows\headwater.iss  after packaging\steps\bundle.py.

#ifndef Version
  #error Say which version: ISCC /DVersion=X.Y.Z
#endif

[Setup]
; Never change: by it an update finds what it replaces.
AppId={{5B0C6D0B-0B9E-4C57-9F0A-7B6B2B0E5D1C}
AppName=Headwater
AppVersion={#Version}
AppPublisher=The Headwater founders
DefaultDirName={autopf}\Headwater
DefaultGroupName=Headwater
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=Headwater-{#Version}-setup
SetupIconFile=..\..\build\headwater.ico
UninstallDisplayIcon={app}\headwater.exe
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "addtopath"; Description: "headwater-cli can be called in every terminal (PATH)"; Flags: unchecked

[Files]
Source: "..\..\build\bundle\headwater\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Headwater"; Filename: "{app}\headwater.exe"
Name: "{autodesktop}\Headwater"; Filename: "{app}\headwater.exe"; Tasks: desktopicon

[Registry]
; Document types: Metalinks are ours, torrents are offered beside other programs. Everything goes with the program.
Root: HKA; Subkey: "Software\Classes\Headwater.Metalink"; ValueType: string; ValueData: "Metalink"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Headwater.Metalink\DefaultIcon"; ValueType: string; ValueData: "{app}\headwater.exe,0"
Root: HKA; Subkey: "Software\Classes\Headwater.Metalink\shell\open\command"; ValueType: string; ValueData: """{app}\headwater.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.meta4"; ValueType: string; ValueData: "Headwater.Metalink"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.meta4"; ValueType: string; ValueName: "Content Type"; ValueData: "application/metalink4+xml"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.metalink"; ValueType: string; ValueData: "Headwater.Metalink"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.torrent\OpenWithProgids"; ValueType: string; ValueName: "Headwater.Metalink"; ValueData: ""; Flags: uninsdeletevalue
; headwater: links, as browsers and bookmarks hand them over
Root: HKA; Subkey: "Software\Classes\headwater"; ValueType: string; ValueData: "URL:Headwater"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\headwater"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\headwater\shell\open\command"; ValueType: string; ValueData: """{app}\headwater.exe"" ""%1"""
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: addtopath; Check: IsNotOnPath and not IsAdminInstallMode

[Run]
Filename: "{app}\headwater.exe"; Description: "{cm:LaunchProgram,Headwater}"; Flags: nowait postinstall skipifsilent

[Code]
function IsNotOnPath: Boolean;
var
  Paths: string;
begin
  Result := not RegQueryStringValue(HKCU, 'Environment', 'Path', Paths)
    or (Pos(';' + ExpandConstant('{app}') + ';', ';' + Paths + ';') = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Paths, Own: string;
begin
  if (Step = usPostUninstall) and RegQueryStringValue(HKCU, 'Environment', 'Path', Paths) then
  begin
    Own := ';' + ExpandConstant('{app}');
    if StringChangeEx(Paths, Own, '', True) > 0 then
      RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Paths);
  end;
end;
