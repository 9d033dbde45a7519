"""What packages for systems that are not at hand say: read, and held against what is tried here.

Neither Windows nor macOS nor a build server of GitHub's can be started by a test. But their files name others of the
project, open the same kinds of files as the package for Linux, and are written in languages that can be read.
"""

import ast
import plistlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from xml.etree import ElementTree

import pytest

from headwater import __version__

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
APP_ID = "org.headwater.Headwater"
INNO = (PACKAGING / "windows" / "headwater.iss").read_text(encoding="utf-8")
SPEC = (PACKAGING / "bundle" / "headwater.spec").read_text(encoding="utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FLATPAK = (LINUX / "flatpak" / f"{APP_ID}.yml").read_text(encoding="utf-8")

#: Sections of Inno Setup 6 whose lines are lists of parameters, with the parameters that these may have.
_PARAMETERS = {
    "Languages": {"Name", "MessagesFile"},
    "Tasks": {"Name", "Description", "GroupDescription", "Flags"},
    "Files": {"Source", "DestDir", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Icons": {"Name", "Filename", "Tasks"},
    "Registry": {"Root", "Subkey", "ValueType", "ValueName", "ValueData", "Flags", "Tasks", "Check"},
    "Run": {"Filename", "Description", "Flags"},
}
_PARAMETER = re.compile(r'(?P<name>\w+): (?:"(?:[^"]|"")*"|[^";]+)(?:; |$)')


def inno_sections() -> dict[str, list[str]]:
    """The lines of each section, without comments and preprocessor."""
    sections: dict[str, list[str]] = {}
    for line in INNO.splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            lines = sections.setdefault(heading[1], [])
        elif line and not line.startswith((";", "#", " ")):
            lines.append(line)
    return sections


def bundle_settings() -> dict[str, object]:
    """What the spec says of the macOS bundle."""
    calls = [node for node in ast.walk(ast.parse(SPEC)) if isinstance(node, ast.Call)]
    bundle = next(call for call in calls if getattr(call.func, "id", "") == "BUNDLE")
    plist = next(word.value for word in bundle.keywords if word.arg == "info_plist")
    text = ast.unparse(plist).replace("VERSION", repr(__version__))
    settings = ast.literal_eval(text)
    assert isinstance(settings, dict)
    return settings


def mime_types() -> dict[str, str]:
    """The types that Headwater itself describes, by the endings of their files."""
    root = ElementTree.parse(LINUX / "headwater-mime.xml").getroot()
    space = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    return {
        str(glob.get("pattern")).removeprefix("*."): str(kind.get("type"))
        for kind in root.iterfind("mime-type", space)
        for glob in kind.iterfind("glob", space)
    }


def test_every_line_of_the_windows_installer_is_of_its_language() -> None:
    sections = inno_sections()
    assert set(sections) - set(_PARAMETERS) == {"Setup", "Code"}
    for line in sections["Setup"]:
        assert re.fullmatch(r"\w+=\S.*", line), line
    for name, allowed in _PARAMETERS.items():
        for line in sections[name]:
            found = list(_PARAMETER.finditer(line))
            assert "".join(each[0] for each in found) == line, f"cannot be read: {line}"
            names = [each["name"] for each in found]
            assert len(names) == len(set(names))
            assert set(names) <= allowed, line


def test_its_braces_begins_and_names_fit() -> None:
    assert re.search(r"^AppId=\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$", INNO, re.MULTILINE)
    code = INNO.partition("[Code]")[2]
    assert len(re.findall(r"\bbegin\b", code)) == len(re.findall(r"\bend;", code))
    tasks = set(re.findall(r'^Name: "(\w+)"', INNO.partition("[Tasks]")[2].partition("[")[0], re.MULTILINE))
    assert set(re.findall(r"; Tasks: (\w+)", INNO)) <= tasks
    for function in re.findall(r"Check: (\w+)", INNO):
        assert f"function {function}:" in code


def test_the_windows_installer_packs_what_the_bundle_makes() -> None:
    made = {r"..\..\build\bundle\headwater\*": "BUNDLE", r"..\..\build\headwater.ico": '"headwater.ico"'}
    steps = "".join(path.read_text(encoding="utf-8") for path in (PACKAGING / "steps").glob("*.py"))
    named = re.findall(r'Source: "([^"]+)"', INNO) + re.findall(r"^(?:LicenseFile|SetupIconFile)=(.+)$", INNO, re.M)
    assert set(made) <= set(named)
    for name in named:
        if name in made:
            assert made[name] in steps
        else:
            assert (PACKAGING / "windows" / PureWindowsPath(name).as_posix()).is_file(), name
    programs = set(re.findall(r"\{app\}\\([\w-]+)\.exe", INNO))
    assert programs <= set(re.findall(r'program\("([\w-]+)"', SPEC))


def test_every_system_opens_the_same_files_and_links() -> None:
    entry = (LINUX / f"{APP_ID}.desktop").read_text(encoding="utf-8")
    kinds = set(next(line for line in entry.splitlines() if line.startswith("MimeType="))[9:].strip(";").split(";"))
    described = mime_types()
    assert kinds == {*described.values(), "application/x-bittorrent", "x-scheme-handler/headwater"}
    metainfo = ElementTree.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()
    assert {each.text for each in metainfo.iter("mediatype")} == {*described.values(), "application/x-bittorrent"}

    for ending in described:
        assert rf'"Software\Classes\.{ending}"; ValueType: string; ValueData: "Headwater.Metalink"' in INNO
    assert r"Software\Classes\.torrent\OpenWithProgids" in INNO
    assert r'"Software\Classes\headwater"; ValueType: string; ValueName: "URL Protocol"' in INNO

    settings = plistlib.loads(plistlib.dumps(bundle_settings()))
    (exported,) = settings["UTExportedTypeDeclarations"]
    tags = exported["UTTypeTagSpecification"]
    assert set(tags["public.filename-extension"]) == set(described)
    assert set(tags["public.mime-type"]) == set(described.values())
    opened = settings["CFBundleDocumentTypes"]
    assert [exported["UTTypeIdentifier"]] in [each.get("LSItemContentTypes") for each in opened]
    assert ["torrent"] in [each.get("CFBundleTypeExtensions") for each in opened]
    assert settings["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["headwater"]
    assert settings["CFBundleShortVersionString"] == __version__


def test_one_name_for_all_systems() -> None:
    assert f'bundle_identifier="{APP_ID}"' in SPEC
    assert f"id: {APP_ID}\n" in FLATPAK
    assert f"<id>{APP_ID}</id>" in (LINUX / f"{APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    assert f"Icon={APP_ID}\n" in (LINUX / f"{APP_ID}.desktop").read_text(encoding="utf-8")


def test_the_flatpak_takes_what_make_dist_makes() -> None:
    taken = set(re.findall(r"path: (\S+)", FLATPAK))
    assert {(LINUX / "flatpak" / each).resolve() for each in taken} == {
        (ROOT / "build" / "bundle" / "headwater").resolve(),
        (ROOT / "build" / "share").resolve(),
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_name_files_that_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w./-])(?:packaging|\.ci)[\\/][\w./\\-]*\w", text))
    assert named
    for name in named:
        assert (ROOT / PureWindowsPath(name).as_posix()).exists(), name
    targets = set(re.findall(r"make ([a-z][a-z-]*)", text))
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in targets:
        assert re.search(rf"^{target}:", rules, re.MULTILINE), target
    jobs = re.findall(r"^  ([a-z]+):\n", text.partition("\njobs:\n")[2], re.MULTILINE)
    assert {each.strip() for each in ",".join(re.findall(r"needs: \[(.*)\]", text)).split(",") if each} <= set(jobs)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_shell_scripts_can_be_read(path: Path) -> None:
    scripts = list(shell_scripts(path.read_text(encoding="utf-8")))
    assert scripts
    for script in scripts:
        script = re.sub(r"\$\{\{.*?\}\}", "VALUE", script)  # noqa: PLW2901  # as the server fills it in
        read = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert (read.returncode, read.stderr) == (0, ""), script


def shell_scripts(workflow: str) -> Iterator[str]:
    """What `run` says, in steps that do not ask for another shell than one of Unix."""
    for step in re.split(r"^      - ", workflow, flags=re.MULTILINE)[1:]:
        if "shell: pwsh" in step or (ran := re.search(r"^ *run: (.*)\n", step, re.MULTILINE)) is None:
            continue
        if ran[1] != "|":
            yield ran[1]
            continue
        lines = step[ran.end() :].splitlines()
        indent = len(lines[0]) - len(lines[0].lstrip())
        yield "\n".join(line[indent:] for line in lines if not line.strip() or line.startswith(" " * indent))


def test_what_the_workflow_hands_out_is_what_the_steps_make() -> None:
    text = next(path for path in WORKFLOWS if path.name == "release.yml").read_text(encoding="utf-8")
    assert re.search(r"^OutputBaseFilename=Headwater-\{#Version\}-setup$", INNO, re.MULTILINE)
    assert r"dist\Headwater-*-setup.exe" in text
    assert re.search(r"^OutputDir=\.\.\\\.\.\\dist$", INNO, re.MULTILINE)
    handed_out = set(re.findall(r"dist/\*\.?([\w.]*)", text)) - {""}
    assert handed_out == {"deb", "AppImage", "whl", "tar.gz", "exe", "dmg"}
