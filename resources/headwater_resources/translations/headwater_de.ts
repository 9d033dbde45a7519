<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
    <context>
        <name>Actions</name>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>&amp;About Headwater</source>
            <translation>Ü&amp;ber Headwater</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>&amp;Hinzufügen …</translation>
        </message>
        <message>
            <source>&amp;Continue a partial download…</source>
            <translation>&amp;Teildownload fortsetzen …</translation>
        </message>
        <message>
            <source>&amp;Copy links</source>
            <translation>Links &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;Open file</source>
            <translation>D&amp;atei öffnen</translation>
        </message>
        <message>
            <source>&amp;Paste links</source>
            <translation>Links &amp;einfügen</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>&amp;Pause</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>&amp;Warteschlange</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>&amp;Suchen</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>Einstell&amp;ungen …</translation>
        </message>
        <message>
            <source>&amp;Verify and repair a file…</source>
            <translation>Eine Datei &amp;prüfen und reparieren …</translation>
        </message>
        <message>
            <source>&amp;Verify and repair…</source>
            <translation>Prüfen un&amp;d reparieren …</translation>
        </message>
        <message>
            <source>A Metalink, a torrent or a list of links</source>
            <translation>Ein Metalink, ein Torrent oder eine Liste von Links</translation>
        </message>
        <message>
            <source>A link for players on this computer</source>
            <translation>Ein Link für Abspielprogramme auf diesem Computer</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Add downloads from links</source>
            <translation>Downloads aus Links hinzufügen</translation>
        </message>
        <message>
            <source>Add from a &amp;file…</source>
            <translation>Aus &amp;Datei hinzufügen …</translation>
        </message>
        <message>
            <source>Add the links in the clipboard</source>
            <translation>Die Links aus der Zwischenablage hinzufügen</translation>
        </message>
        <message>
            <source>Also delete the files</source>
            <translation>Auch die Dateien löschen</translation>
        </message>
        <message>
            <source>Cate&amp;gory</source>
            <translation>Kate&amp;gorie</translation>
        </message>
        <message>
            <source>Categor&amp;ies…</source>
            <translation>Kate&amp;gorien …</translation>
        </message>
        <message>
            <source>Check any file on this computer</source>
            <translation>Eine beliebige Datei auf diesem Computer prüfen</translation>
        </message>
        <message>
            <source>Check for &amp;updates…</source>
            <translation>Nach &amp;Aktualisierungen sehen …</translation>
        </message>
        <message>
            <source>Choose from what a web page links to</source>
            <translation>Auswählen, worauf eine Webseite verweist</translation>
        </message>
        <message>
            <source>Copy &amp;diagnostic report…</source>
            <translation>&amp;Diagnosebericht kopieren …</translation>
        </message>
        <message>
            <source>Copy stream link</source>
            <translation>Stream-Link kopieren</translation>
        </message>
        <message>
            <source>Copy the s&amp;ecret for them</source>
            <translation>Geheimnis dafür &amp;kopieren</translation>
        </message>
        <message>
            <source>E&amp;xport as Metalink…</source>
            <translation>Als Metalink e&amp;xportieren …</translation>
        </message>
        <message>
            <source>Earlier in the queue</source>
            <translation>Früher in der Warteschlange</translation>
        </message>
        <message>
            <source>Edit &amp;sources…</source>
            <translation>&amp;Quellen bearbeiten …</translation>
        </message>
        <message>
            <source>Folder, name, order, limits, proxy and headers of the selected download</source>
            <translation>Ordner, Name, Reihenfolge, Grenzen, Proxy und Kopfzeilen des ausgewählten Downloads</translation>
        </message>
        <message>
            <source>Give an expired link a fresh one</source>
            <translation>Einem abgelaufenen Link einen frischen geben</translation>
        </message>
        <message>
            <source>Go on with a file that another program left</source>
            <translation>Mit einer Datei weitermachen, die ein anderes Programm zurückließ</translation>
        </message>
        <message>
            <source>Hash the data again; mend what is bad</source>
            <translation>Die Daten erneut prüfen; Fehlerhaftes wird ersetzt</translation>
        </message>
        <message>
            <source>Later in the queue</source>
            <translation>Später in der Warteschlange</translation>
        </message>
        <message>
            <source>Leave the line to others for a while</source>
            <translation>Die Leitung eine Weile anderen überlassen</translation>
        </message>
        <message>
            <source>Let other programs co&amp;mmand Headwater</source>
            <translation>A&amp;ndere Programme dürfen Headwater steuern</translation>
        </message>
        <message>
            <source>Links and hashes in a file</source>
            <translation>Links und Prüfsummen in einer Datei</translation>
        </message>
        <message>
            <source>Links of a pa&amp;ge…</source>
            <translation>Links einer &amp;Seite …</translation>
        </message>
        <message>
            <source>Look for a c&amp;hecksum file…</source>
            <translation>Nach Prüfsummendatei suc&amp;hen …</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>Na&amp;ch oben</translation>
        </message>
        <message>
            <source>Move do&amp;wn</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <source>Move to the &amp;bottom</source>
            <translation>Ganz nach u&amp;nten</translation>
        </message>
        <message>
            <source>Move to the &amp;top</source>
            <translation>Ganz nach o&amp;ben</translation>
        </message>
        <message>
            <source>Open &amp;folder</source>
            <translation>&amp;Ordner öffnen</translation>
        </message>
        <message>
            <source>Open in p&amp;layer</source>
            <translation>In Abspie&amp;lprogramm öffnen</translation>
        </message>
        <message>
            <source>Opt&amp;ions…</source>
            <translation>Opt&amp;ionen…</translation>
        </message>
        <message>
            <source>Ord&amp;er of its bytes</source>
            <translation>Reihenfolge der B&amp;ytes</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translation>Alle anhalten</translation>
        </message>
        <message>
            <source>Pause or resume</source>
            <translation>Anhalten oder fortsetzen</translation>
        </message>
        <message>
            <source>Pause the selected downloads; nothing is lost</source>
            <translation>Die ausgewählten Downloads anhalten; nichts geht verloren</translation>
        </message>
        <message>
            <source>Play it while it comes</source>
            <translation>Abspielen, während die Datei noch kommt</translation>
        </message>
        <message>
            <source>Priorit&amp;y</source>
            <translation>Priorit&amp;ät</translation>
        </message>
        <message>
            <source>Prove the file by what its server says of it</source>
            <translation>Die Datei an dem prüfen, was ihr Server über sie sagt</translation>
        </message>
        <message>
            <source>Q&amp;ueues…</source>
            <translation>&amp;Warteschlangen …</translation>
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>Refresh lin&amp;k…</source>
            <translation>Link e&amp;rneuern …</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove those that are do&amp;ne</source>
            <translation>Fer&amp;tige entfernen</translation>
        </message>
        <message>
            <source>Remove with d&amp;ata…</source>
            <translation>&amp;Mit Daten entfernen …</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Resume all</source>
            <translation>Alle fortsetzen</translation>
        </message>
        <message>
            <source>Running downloads go on at the next start</source>
            <translation>Laufende Downloads gehen beim nächsten Start weiter</translation>
        </message>
        <message>
            <source>S&amp;tatistics…</source>
            <translation>S&amp;tatistik …</translation>
        </message>
        <message>
            <source>Search the list</source>
            <translation>Die Liste durchsuchen</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Alles auswählen</translation>
        </message>
        <message>
            <source>Slo&amp;w mode</source>
            <translation>&amp;Langsam</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>Langsam</translation>
        </message>
        <message>
            <source>Start the selected downloads</source>
            <translation>Die ausgewählten Downloads starten</translation>
        </message>
        <message>
            <source>Take every finished download off the list; the files stay</source>
            <translation>Jeden fertigen Download von der Liste nehmen; die Dateien bleiben</translation>
        </message>
        <message>
            <source>Take the selected downloads off the list</source>
            <translation>Die ausgewählten Downloads aus der Liste nehmen</translation>
        </message>
        <message>
            <source>Undo the removal</source>
            <translation>Entfernen rückgängig machen</translation>
        </message>
        <message>
            <source>When a download is &amp;done</source>
            <translation>Wenn ein D&amp;ownload fertig ist</translation>
        </message>
        <message>
            <source>When all is do&amp;ne</source>
            <translation>Wenn alles &amp;fertig ist</translation>
        </message>
        <message>
            <source>When it is &amp;done</source>
            <translation>Wenn er fertig i&amp;st</translation>
        </message>
    </context>
    <context>
        <name>ActivityLog</name>
        <message>
            <source>Nothing happened yet</source>
            <translation>Noch ist nichts geschehen</translation>
        </message>
        <message>
            <source>What the scheduler did, and why</source>
            <translation>Was der Planer tat, und warum</translation>
        </message>
        <message>
            <source>When the scheduler takes over a slow channel, sets a source aside or mends a block, it says so here.</source>
            <translation>Wenn der Planer einen langsamen Kanal ablöst, eine Quelle beiseitelegt oder einen Block ersetzt, sagt er es hier.</translation>
        </message>
    </context>
    <context>
        <name>ActivityModel</name>
        <message>
            <source>Download</source>
            <translation>Download</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Warum</translation>
        </message>
    </context>
    <context>
        <name>AddDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <source>&amp;Add {count}</source>
            <translation>{count} &amp;hinzufügen</translation>
        </message>
        <message>
            <source>&amp;Checksum</source>
            <translation>&amp;Prüfsumme</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation>&amp;Sofort starten</translation>
        </message>
        <message>
            <source>A file of that name is there already</source>
            <translation>Es gibt schon eine Datei dieses Namens</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Add downloads</source>
            <translation>Downloads hinzufügen</translation>
        </message>
        <message>
            <source>As the source says</source>
            <translation>Wie die Quelle sagt</translation>
        </message>
        <message>
            <source>Checksum</source>
            <translation>Prüfsumme</translation>
        </message>
        <message>
            <source>Download it beside that one</source>
            <translation>Daneben ablegen</translation>
        </message>
        <message>
            <source>Else they are added paused</source>
            <translation>Sonst werden sie angehalten hinzugefügt</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>Dateiname</translation>
        </message>
        <message>
            <source>Give that one the new links</source>
            <translation>Jenem Download die neuen Links geben</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>Nam&amp;e</source>
            <translation>N&amp;ame</translation>
        </message>
        <message>
            <source>New links for what is in the list already</source>
            <translation>Neue Links für etwas, das schon in der Liste ist</translation>
        </message>
        <message>
            <source>Nothing is left to add; choose above what becomes of a file that is there already</source>
            <translation>Es bleibt nichts hinzuzufügen; wählen Sie oben, was aus einer Datei wird, die schon da ist</translation>
        </message>
        <message>
            <source>Optional: SHA-256 or another, to prove the file</source>
            <translation>Freiwillig: SHA-256 oder eine andere, als Beweis für die Datei</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>Die Datei ersetzen</translation>
        </message>
        <message>
            <source>Start now</source>
            <translation>Sofort starten</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>Was fehlt</translation>
        </message>
        <message>
            <source>at least {size}</source>
            <translation>mindestens {size}</translation>
        </message>
        <message>
            <source>only {size} free</source>
            <translation>nur {size} frei</translation>
        </message>
        <message>
            <source>{files} from {sources}</source>
            <translation>{files} von {sources}</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translation>{size} frei</translation>
        </message>
        <message>
            <source>“{name}” in the list has this link</source>
            <translation>„{name}“ in der Liste hat diesen Link</translation>
        </message>
        <message>
            <source>“{name}” in the list is the same file</source>
            <translation>„{name}“ in der Liste ist dieselbe Datei</translation>
        </message>
        <message>
            <source>“{name}” in the list waits for a fresh link</source>
            <translation>„{name}“ in der Liste wartet auf einen frischen Link</translation>
        </message>
    </context>
    <context>
        <name>AddForm</name>
        <message>
            <source>A checksum fits one file; leave it empty, or join the links</source>
            <translation>Eine Prüfsumme passt zu einer Datei; leer lassen oder die Links verbinden</translation>
        </message>
        <message>
            <source>A name fits one file; leave it empty, or join the links</source>
            <translation>Ein Name passt zu einer Datei; leer lassen oder die Links verbinden</translation>
        </message>
        <message>
            <source>A {name} checksum has {wanted} digits, this one has {count}</source>
            <translation>Eine Prüfsumme nach {name} hat {wanted} Stellen, diese hat {count}</translation>
        </message>
        <message>
            <source>Choose the folder that the file goes to</source>
            <translation>Wählen Sie den Ordner, in den die Datei kommt</translation>
        </message>
        <message>
            <source>Enter at least one link, for example https://example.org/file.iso</source>
            <translation>Geben Sie mindestens einen Link ein, zum Beispiel https://example.org/datei.iso</translation>
        </message>
        <message>
            <source>Enter the user name that the password belongs to</source>
            <translation>Geben Sie den Benutzernamen ein, zu dem das Passwort gehört</translation>
        </message>
        <message>
            <source>No checksum has {count} digits; SHA-256 has 64, SHA-1 40, MD5 32</source>
            <translation>Keine Prüfsumme hat {count} Stellen; SHA-256 hat 64, SHA-1 40, MD5 32</translation>
        </message>
        <message>
            <source>The checksum must be hexadecimal: digits 0 to 9 and letters a to f</source>
            <translation>Die Prüfsumme muss hexadezimal sein: Ziffern 0 bis 9 und Buchstaben a bis f</translation>
        </message>
        <message>
            <source>The checksum “{name}” is not known; use sha-256, sha-512, sha-1 or md5</source>
            <translation>Die Prüfsumme „{name}“ ist nicht bekannt; möglich sind sha-256, sha-512, sha-1 und md5</translation>
        </message>
        <message>
            <source>The folder must be a whole path, for example ~/Downloads</source>
            <translation>Der Ordner muss ein vollständiger Pfad sein, zum Beispiel ~/Downloads</translation>
        </message>
        <message>
            <source>The name is too long; 255 bytes at most</source>
            <translation>Der Name ist zu lang; höchstens 255 Bytes</translation>
        </message>
        <message>
            <source>The name must not contain / \ : * ? " &lt; &gt; |</source>
            <translation>Der Name darf kein / \ : * ? " &lt; &gt; | enthalten</translation>
        </message>
        <message>
            <source>{folder} is a file, not a folder</source>
            <translation>{folder} ist eine Datei, kein Ordner</translation>
        </message>
        <message>
            <source>“{line}” is no header; write one as Name: value</source>
            <translation>„{line}“ ist keine Kopfzeile; schreiben Sie Name: Wert</translation>
        </message>
        <message>
            <source>“{short}” is not a link. Links begin with {schemes}</source>
            <translation>„{short}“ ist kein Link. Links beginnen mit {schemes}</translation>
        </message>
    </context>
    <context>
        <name>Adding</name>
        <message>
            <source>Add from a file</source>
            <translation>Aus Datei hinzufügen</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Metalinks, torrents and lists of links ({patterns})</source>
            <translation>Metalinks, Torrents und Listen von Links ({patterns})</translation>
        </message>
        <message>
            <source>There is no link in the clipboard.</source>
            <translation>In der Zwischenablage ist kein Link.</translation>
        </message>
        <message>
            <source>There is no link in what the web page offers.</source>
            <translation>In dem, was die Webseite anbietet, ist kein Link.</translation>
        </message>
        <message>
            <source>There is no link in {name}.</source>
            <translation>In {name} ist kein Link.</translation>
        </message>
        <message>
            <source>{size} of it are taken over: {why}.</source>
            <translation>{size} davon werden übernommen: {why}.</translation>
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation>„{name}“ ist schon in der Liste.</translation>
        </message>
    </context>
    <context>
        <name>AdoptDialog</name>
        <message>
            <source>&amp;Choose…</source>
            <translation>&amp;Auswählen …</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>&amp;Links</source>
            <translation>&amp;Links</translation>
        </message>
        <message>
            <source>&amp;Partial file</source>
            <translation>&amp;Teildatei</translation>
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation>&amp;Sofort starten</translation>
        </message>
        <message>
            <source>&amp;Use the file itself</source>
            <translation>Die Datei selbst &amp;benutzen</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <source>C&amp;hecksum</source>
            <translation>&amp;Prüfsumme</translation>
        </message>
        <message>
            <source>Checksum</source>
            <translation>Prüfsumme</translation>
        </message>
        <message>
            <source>Choose the partial file</source>
            <translation>Teildatei auswählen</translation>
        </message>
        <message>
            <source>Comparing what is there with what the sources have…</source>
            <translation>Vergleicht, was da ist, mit dem, was die Quellen haben …</translation>
        </message>
        <message>
            <source>Con&amp;tinue</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <source>Continue a partial download</source>
            <translation>Einen Teildownload fortsetzen</translation>
        </message>
        <message>
            <source>Continue or cancel</source>
            <translation>Fortsetzen oder abbrechen</translation>
        </message>
        <message>
            <source>Continue the download</source>
            <translation>Den Download fortsetzen</translation>
        </message>
        <message>
            <source>How much is compared and copied</source>
            <translation>Wie viel verglichen und kopiert ist</translation>
        </message>
        <message>
            <source>Links to the whole file</source>
            <translation>Links zur ganzen Datei</translation>
        </message>
        <message>
            <source>Optional: SHA-256 or another, to prove the file</source>
            <translation>Freiwillig: SHA-256 oder eine andere, als Beweis für die Datei</translation>
        </message>
        <message>
            <source>Partial downloads (*.part *.crdownload *.opdownload *.download *.aria2)</source>
            <translation>Teildownloads (*.part *.crdownload *.opdownload *.download *.aria2)</translation>
        </message>
        <message>
            <source>Partial file</source>
            <translation>Teildatei</translation>
        </message>
        <message>
            <source>Saves the room and time of a copy: it is renamed once it was compared, and what is wrong in it goes</source>
            <translation>Spart Platz und Zeit einer Kopie: nach dem Vergleich wird sie umbenannt, und was in ihr falsch ist, verschwindet</translation>
        </message>
        <message>
            <source>Start now</source>
            <translation>Sofort starten</translation>
        </message>
        <message>
            <source>Use the file itself</source>
            <translation>Die Datei selbst benutzen</translation>
        </message>
        <message>
            <source>What another program has fetched of a file is compared with what its sources have, copied, and gone on with. The partial file itself stays as it is, unless you say so.</source>
            <translation>Was ein anderes Programm von einer Datei geholt hat, wird mit dem verglichen, was ihre Quellen haben, wird kopiert und fortgesetzt. Die Teildatei selbst bleibt, wie sie ist, wenn Sie nichts anderes sagen.</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Was geschieht</translation>
        </message>
        <message>
            <source>https://…
Mirrors of the file, one a line; a Metalink or torrent, by link or path, proves it</source>
            <translation>https://…
Spiegel der Datei, einer pro Zeile; ein Metalink oder Torrent, als Link oder Pfad, beweist sie</translation>
        </message>
        <message>
            <source>name.part, name.crdownload, name.aria2, or any other</source>
            <translation>name.part, name.crdownload, name.aria2 oder jede andere</translation>
        </message>
        <message>
            <source>{name} describes several files, none of that name</source>
            <translation>{name} beschreibt mehrere Dateien, keine davon heißt so</translation>
        </message>
        <message>
            <source>{name} is neither a Metalink nor a torrent</source>
            <translation>{name} ist weder ein Metalink noch ein Torrent</translation>
        </message>
    </context>
    <context>
        <name>AfterEachMenu</name>
        <message>
            <source>Do &amp;nothing</source>
            <translation>&amp;Nichts tun</translation>
        </message>
    </context>
    <context>
        <name>AfterMenu</name>
        <message>
            <source>&amp;Open it</source>
            <translation>Ö&amp;ffnen</translation>
        </message>
        <message>
            <source>&amp;Run a command…</source>
            <translation>Einen &amp;Befehl ausführen …</translation>
        </message>
        <message>
            <source>&amp;Scan it with a command…</source>
            <translation>Mit einem Befehl &amp;prüfen …</translation>
        </message>
        <message>
            <source>It gets the file behind its other words, or where {path} stands. A status other than 0 is a find.</source>
            <translation>Er bekommt die Datei hinter seinen übrigen Wörtern, oder wo {path} steht. Ein anderer Status als 0 ist ein Fund.</translation>
        </message>
        <message>
            <source>Run a command</source>
            <translation>Einen Befehl ausführen</translation>
        </message>
        <message>
            <source>Scan with a command</source>
            <translation>Mit einem Befehl prüfen</translation>
        </message>
        <message>
            <source>{path}, {folder}, {name} and {url} stand for the download's. No shell reads it.</source>
            <translation>{path}, {folder}, {name} und {url} stehen für die des Downloads. Keine Shell liest ihn.</translation>
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>In force from the next start on</source>
            <translation>Gilt vom nächsten Start an</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Light or dark, or whatever the system says; high contrast is black, white and strong lines</source>
            <translation>Hell oder dunkel, oder was das System sagt; hoher Kontrast ist Schwarz, Weiß und starke Linien</translation>
        </message>
    </context>
    <context>
        <name>ArchiveBrowser</name>
        <message numerus="yes">
            <source>%Ln member(s)</source>
            <translation>
                <numerusform>%Ln Eintrag</numerusform>
                <numerusform>%Ln Einträge</numerusform>
            </translation>
        </message>
        <message>
            <source>, more are not listed</source>
            <translation>, weitere sind nicht aufgeführt</translation>
        </message>
        <message>
            <source>, packed with {method}</source>
            <translation>, gepackt mit {method}</translation>
        </message>
        <message>
            <source>An archive inside an archive. Save it to look inside.</source>
            <translation>Ein Archiv in einem Archiv. Speichern Sie es, um hineinzusehen.</translation>
        </message>
        <message>
            <source>Save member as</source>
            <translation>Eintrag speichern unter</translation>
        </message>
        <message>
            <source>Saved {name}</source>
            <translation>{name} gespeichert</translation>
        </message>
        <message>
            <source>Saving {name}</source>
            <translation>{name} wird gespeichert</translation>
        </message>
        <message>
            <source>Saving {name}, {share}</source>
            <translation>{name} wird gespeichert, {share}</translation>
        </message>
        <message>
            <source>This archive is empty.</source>
            <translation>Dieses Archiv ist leer.</translation>
        </message>
        <message>
            <source>This picture cannot be decoded.</source>
            <translation>Dieses Bild lässt sich nicht darstellen.</translation>
        </message>
        <message>
            <source>so far</source>
            <translation>bisher</translation>
        </message>
        <message>
            <source>then: {fault}</source>
            <translation>danach: {fault}</translation>
        </message>
        <message>
            <source>{size} unpacked</source>
            <translation>{size} ausgepackt</translation>
        </message>
    </context>
    <context>
        <name>ArchiveView</name>
        <message>
            <source>Archive</source>
            <translation>Archiv</translation>
        </message>
        <message>
            <source>Back to the listing</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <source>Back to the listing (Esc)</source>
            <translation>Zurück zur Liste (Esc)</translation>
        </message>
        <message>
            <source>Fetching what this member needs</source>
            <translation>Holt, was dieser Eintrag braucht</translation>
        </message>
        <message>
            <source>Look inside</source>
            <translation>Hineinsehen</translation>
        </message>
        <message>
            <source>Members of the archive</source>
            <translation>Einträge des Archivs</translation>
        </message>
        <message>
            <source>Save member as…</source>
            <translation>Eintrag speichern unter …</translation>
        </message>
        <message>
            <source>Text of the member</source>
            <translation>Text des Eintrags</translation>
        </message>
    </context>
    <context>
        <name>Arrangement</name>
        <message>
            <source>A name of your own</source>
            <translation>Ein eigener Name</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>As *.example.org; empty is any host. Without endings and hosts it is given by hand</source>
            <translation>Etwa *.example.org; leer ist jeder Server. Ohne Endungen und Server wird sie von Hand vergeben</translation>
        </message>
        <message>
            <source>As .iso .img; empty is any file</source>
            <translation>Etwa .iso .img; leer ist jede Datei</translation>
        </message>
        <message>
            <source>At once</source>
            <translation>Zugleich</translation>
        </message>
        <message>
            <source>At once: write a number from 1 to {most}</source>
            <translation>Zugleich: schreiben Sie eine Zahl von 1 bis {most}</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Discs</source>
            <translation>Datenträger</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Endings of names</source>
            <translation>Namensendungen</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater startet noch; versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>How many of its downloads run at once</source>
            <translation>Wie viele ihrer Downloads zugleich laufen</translation>
        </message>
        <message>
            <source>Mon-Fri 22:00-07:00; Sat 00:00-24:00. Empty is always</source>
            <translation>Mo-Fr 22:00-07:00; Sa 00:00-24:00. Leer ist immer</translation>
        </message>
        <message>
            <source>Music</source>
            <translation>Musik</translation>
        </message>
        <message>
            <source>Nothing of it runs, whatever the hours say</source>
            <translation>Nichts davon läuft, was die Zeiten auch sagen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Open: “{part}” cannot be read; write hours as Mon-Fri 22:00-07:00</source>
            <translation>Offen: „{part}“ ist nicht lesbar; schreiben Sie Zeiten wie Mo-Fr 22:00-07:00</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>Videos</translation>
        </message>
        <message>
            <source>Where its files go; empty is the folder for all</source>
            <translation>Wohin ihre Dateien kommen; leer ist der Ordner für alle</translation>
        </message>
    </context>
    <context>
        <name>AskFields</name>
        <message>
            <source>&amp;Headers</source>
            <translation>Kopf&amp;zeilen</translation>
        </message>
        <message>
            <source>&amp;Referrer</source>
            <translation>&amp;Verweisende Seite</translation>
        </message>
        <message>
            <source>&amp;User</source>
            <translation>&amp;Benutzer</translation>
        </message>
        <message>
            <source>As in the settings</source>
            <translation>Wie in den Einstellungen</translation>
        </message>
        <message>
            <source>Coo&amp;kies</source>
            <translation>&amp;Cookies</translation>
        </message>
        <message>
            <source>Cookies</source>
            <translation>Cookies</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Kopfzeilen</translation>
        </message>
        <message>
            <source>Name: value, one a line</source>
            <translation>Name: Wert, eine pro Zeile</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>Pass&amp;wort</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Pro&amp;xy</source>
            <translation>Pro&amp;xy</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Referrer</source>
            <translation>Verweisende Seite</translation>
        </message>
        <message>
            <source>The page that the link stands on</source>
            <translation>Die Seite, auf der der Link steht</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>User a&amp;gent</source>
            <translation>&amp;User-Agent</translation>
        </message>
        <message>
            <source>User agent</source>
            <translation>User-Agent</translation>
        </message>
        <message>
            <source>http://host:port, socks5://host:port, or “direct” for none; a password in it is remembered until Headwater ends</source>
            <translation>http://host:port, socks5://host:port oder „direct“ für keinen; ein Passwort darin wird behalten, bis Headwater endet</translation>
        </message>
        <message>
            <source>name=value; other=value</source>
            <translation>name=wert; anderer=wert</translation>
        </message>
    </context>
    <context>
        <name>Bridge</name>
        <message>
            <source>Headwater is still starting.</source>
            <translation>Headwater startet noch.</translation>
        </message>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater startet noch; versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>Something went wrong inside Headwater: {error}</source>
            <translation>In Headwater ist etwas schiefgegangen: {error}</translation>
        </message>
    </context>
    <context>
        <name>CategoriesDialog</name>
        <message>
            <source>A new download belongs to the first category that fits, from the top. Its folder counts where the download would go to the folder for all.</source>
            <translation>Ein neuer Download gehört zur ersten Kategorie von oben, die passt. Ihr Ordner zählt, wo er sonst in den Ordner für alle käme.</translation>
        </message>
        <message>
            <source>Add the &amp;usual ones</source>
            <translation>Die &amp;üblichen hinzufügen</translation>
        </message>
        <message>
            <source>Add the usual categories</source>
            <translation>Die üblichen Kategorien hinzufügen</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Kategorien</translation>
        </message>
        <message>
            <source>Categories; the first that fits counts</source>
            <translation>Kategorien; die erste, die passt, zählt</translation>
        </message>
        <message>
            <source>New category</source>
            <translation>Neue Kategorie</translation>
        </message>
        <message>
            <source>Your categories will stand here; until then all files go to the folder for all.</source>
            <translation>Hier werden Ihre Kategorien stehen; bis dahin kommen alle Dateien in den Ordner für alle.</translation>
        </message>
    </context>
    <context>
        <name>ChannelGraph</name>
        <message>
            <source>1 minute</source>
            <translation>1 Minute</translation>
        </message>
        <message>
            <source>30 minutes</source>
            <translation>30 Minuten</translation>
        </message>
        <message>
            <source>30 seconds</source>
            <translation>30 Sekunden</translation>
        </message>
        <message>
            <source>5 minutes</source>
            <translation>5 Minuten</translation>
        </message>
        <message>
            <source>All together</source>
            <translation>Alle zusammen</translation>
        </message>
        <message>
            <source>Curves appear here while the selected download runs.</source>
            <translation>Hier erscheinen Kurven, während der ausgewählte Download läuft.</translation>
        </message>
        <message>
            <source>Export the graph</source>
            <translation>Das Diagramm exportieren</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Hold the picture still; the download goes on</source>
            <translation>Das Bild anhalten; der Download geht weiter</translation>
        </message>
        <message>
            <source>Kind of graph</source>
            <translation>Art des Diagramms</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Latenz</translation>
        </message>
        <message>
            <source>Lines per channel</source>
            <translation>Linien je Kanal</translation>
        </message>
        <message>
            <source>Save the graph as a picture (PNG) or as numbers (CSV)</source>
            <translation>Das Diagramm als Bild (PNG) oder als Zahlen (CSV) speichern</translation>
        </message>
        <message>
            <source>Show latency, dotted, against the axis on the right</source>
            <translation>Die Latenz zeigen, gepunktet, an der rechten Achse</translation>
        </message>
        <message>
            <source>Stacked by source</source>
            <translation>Nach Quelle gestapelt</translation>
        </message>
        <message>
            <source>Throughput and latency of the channels</source>
            <translation>Durchsatz und Latenz der Kanäle</translation>
        </message>
        <message>
            <source>Throughput by channel</source>
            <translation>Durchsatz je Kanal</translation>
        </message>
        <message>
            <source>Throughput by source</source>
            <translation>Durchsatz je Quelle</translation>
        </message>
        <message>
            <source>Time window</source>
            <translation>Zeitfenster</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n weiterer</numerusform>
                <numerusform>%n weitere</numerusform>
            </translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>−{minutes:g} min</source>
            <translation>−{minutes:g} min</translation>
        </message>
    </context>
    <context>
        <name>ChecksumDialog</name>
        <message>
            <source>&amp;Look again</source>
            <translation>&amp;Noch einmal suchen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Look again or close</source>
            <translation>Noch einmal suchen oder schließen</translation>
        </message>
        <message>
            <source>Look for a checksum file</source>
            <translation>Nach Prüfsummendatei suchen</translation>
        </message>
    </context>
    <context>
        <name>ChecksumSearch</name>
        <message>
            <source>Ask the server for checksum files beside the download, such as SHA256SUMS</source>
            <translation>Den Server nach Prüfsummendateien neben der Datei fragen, etwa SHA256SUMS</translation>
        </message>
        <message>
            <source>Fin&amp;d a checksum</source>
            <translation>Prü&amp;fsumme suchen</translation>
        </message>
        <message>
            <source>Find a checksum</source>
            <translation>Prüfsumme suchen</translation>
        </message>
        <message>
            <source>It is not signed: it is worth as much as the server it lies on.</source>
            <translation>Sie ist nicht signiert: Sie ist so viel wert wie der Server, auf dem sie liegt.</translation>
        </message>
        <message>
            <source>Looking for checksum files…</source>
            <translation>Prüfsummendateien werden gesucht …</translation>
        </message>
        <message>
            <source>The server has no checksum file that names this file.</source>
            <translation>Der Server hat keine Prüfsummendatei, die diese Datei nennt.</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>Use the checksum that was found</source>
            <translation>Die gefundene Prüfsumme übernehmen</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <source>{algorithm} {digest}, from {origin}. {proof}</source>
            <translation>{algorithm} {digest}, aus {origin}. {proof}</translation>
        </message>
    </context>
    <context>
        <name>CheckupDialog</name>
        <message>
            <source> Name a link to the same file above, and it can be repaired.</source>
            <translation> Nennen Sie oben einen Link zur selben Datei, dann kann sie repariert werden.</translation>
        </message>
        <message>
            <source> Repair fetches {size} anew.</source>
            <translation> Reparieren holt {size} neu.</translation>
        </message>
        <message>
            <source>&amp;Against</source>
            <translation>&amp;Gegen</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>D&amp;urchsuchen …</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Repair</source>
            <translation>&amp;Reparieren</translation>
        </message>
        <message>
            <source>&amp;Verify</source>
            <translation>&amp;Prüfen</translation>
        </message>
        <message>
            <source>Browse for a file</source>
            <translation>Nach einer Datei suchen</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Eine Datei auswählen</translation>
        </message>
        <message>
            <source>Fetching {size} anew; you may close this to stop.</source>
            <translation>Holt {size} neu; Schließen bricht es ab.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Getting what is known of the file, and hashing it…</source>
            <translation>Es wird geholt, was man von der Datei weiß, und die Datei geprüft …</translation>
        </message>
        <message>
            <source>Optional, one a line: a checksum, or the path or link of a Metalink, torrent or checksum file, or a link to the same file</source>
            <translation>Freiwillig, je Zeile: eine Prüfsumme, oder Pfad oder Link eines Metalinks, Torrents oder einer Prüfsummendatei, oder ein Link zur selben Datei</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Reparieren</translation>
        </message>
        <message>
            <source>Repaired. {sentence}</source>
            <translation>Repariert. {sentence}</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Verify and repair</source>
            <translation>Prüfen und reparieren</translation>
        </message>
        <message>
            <source>Verify, repair or close</source>
            <translation>Prüfen, reparieren oder schließen</translation>
        </message>
        <message>
            <source>What lies beside the file</source>
            <translation>Was neben der Datei liegt</translation>
        </message>
        <message>
            <source>What the download knew of the file</source>
            <translation>Was der Download von der Datei wusste</translation>
        </message>
        <message>
            <source>What the file is checked against</source>
            <translation>Wogegen die Datei geprüft wird</translation>
        </message>
        <message>
            <source>Which hashes counted</source>
            <translation>Welche Prüfsummen zählten</translation>
        </message>
        <message>
            <source>{known} is used where nothing is named.</source>
            <translation>{known} wird benutzt, wo nichts genannt ist.</translation>
        </message>
    </context>
    <context>
        <name>ClashBar</name>
        <message>
            <source>What becomes of files that are there already</source>
            <translation>Was aus Dateien wird, die schon da sind</translation>
        </message>
        <message>
            <source>What is there already</source>
            <translation>Was schon da ist</translation>
        </message>
        <message>
            <source>{files} there already</source>
            <translation>{files} schon da</translation>
        </message>
    </context>
    <context>
        <name>ColumnState</name>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
    </context>
    <context>
        <name>CommandDialog</name>
        <message>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>program --option {path}</source>
            <translation>programm --option {path}</translation>
        </message>
    </context>
    <context>
        <name>CountdownDialog</name>
        <message>
            <source>&amp;Stop it</source>
            <translation>&amp;Aufhalten</translation>
        </message>
        <message>
            <source>In {time}.</source>
            <translation>In {time}.</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Restzeit</translation>
        </message>
        <message>
            <source>When all is done</source>
            <translation>Wenn alles fertig ist</translation>
        </message>
    </context>
    <context>
        <name>Country</name>
        <message>
            <source>Afghanistan</source>
            <translation>Afghanistan</translation>
        </message>
        <message>
            <source>Albania</source>
            <translation>Albanien</translation>
        </message>
        <message>
            <source>Algeria</source>
            <translation>Algerien</translation>
        </message>
        <message>
            <source>American Samoa</source>
            <translation>Amerikanisch-Samoa</translation>
        </message>
        <message>
            <source>Andorra</source>
            <translation>Andorra</translation>
        </message>
        <message>
            <source>Angola</source>
            <translation>Angola</translation>
        </message>
        <message>
            <source>Anguilla</source>
            <translation>Anguilla</translation>
        </message>
        <message>
            <source>Antarctica</source>
            <translation>Antarktis</translation>
        </message>
        <message>
            <source>Antigua and Barbuda</source>
            <translation>Antigua und Barbuda</translation>
        </message>
        <message>
            <source>Argentina</source>
            <translation>Argentinien</translation>
        </message>
        <message>
            <source>Armenia</source>
            <translation>Armenien</translation>
        </message>
        <message>
            <source>Aruba</source>
            <translation>Aruba</translation>
        </message>
        <message>
            <source>Australia</source>
            <translation>Australien</translation>
        </message>
        <message>
            <source>Austria</source>
            <translation>Österreich</translation>
        </message>
        <message>
            <source>Azerbaijan</source>
            <translation>Aserbaidschan</translation>
        </message>
        <message>
            <source>Bahamas</source>
            <translation>Bahamas</translation>
        </message>
        <message>
            <source>Bahrain</source>
            <translation>Bahrain</translation>
        </message>
        <message>
            <source>Bangladesh</source>
            <translation>Bangladesch</translation>
        </message>
        <message>
            <source>Barbados</source>
            <translation>Barbados</translation>
        </message>
        <message>
            <source>Belarus</source>
            <translation>Belarus</translation>
        </message>
        <message>
            <source>Belgium</source>
            <translation>Belgien</translation>
        </message>
        <message>
            <source>Belize</source>
            <translation>Belize</translation>
        </message>
        <message>
            <source>Benin</source>
            <translation>Benin</translation>
        </message>
        <message>
            <source>Bermuda</source>
            <translation>Bermuda</translation>
        </message>
        <message>
            <source>Bhutan</source>
            <translation>Bhutan</translation>
        </message>
        <message>
            <source>Bolivia</source>
            <translation>Bolivien</translation>
        </message>
        <message>
            <source>Bosnia and Herzegovina</source>
            <translation>Bosnien und Herzegowina</translation>
        </message>
        <message>
            <source>Botswana</source>
            <translation>Botsuana</translation>
        </message>
        <message>
            <source>Bouvet Island</source>
            <translation>Bouvetinsel</translation>
        </message>
        <message>
            <source>Brazil</source>
            <translation>Brasilien</translation>
        </message>
        <message>
            <source>British Indian Ocean Territory</source>
            <translation>Britisches Territorium im Indischen Ozean</translation>
        </message>
        <message>
            <source>British Virgin Islands</source>
            <translation>Britische Jungferninseln</translation>
        </message>
        <message>
            <source>Brunei</source>
            <translation>Brunei</translation>
        </message>
        <message>
            <source>Bulgaria</source>
            <translation>Bulgarien</translation>
        </message>
        <message>
            <source>Burkina Faso</source>
            <translation>Burkina Faso</translation>
        </message>
        <message>
            <source>Burundi</source>
            <translation>Burundi</translation>
        </message>
        <message>
            <source>Cambodia</source>
            <translation>Kambodscha</translation>
        </message>
        <message>
            <source>Cameroon</source>
            <translation>Kamerun</translation>
        </message>
        <message>
            <source>Canada</source>
            <translation>Kanada</translation>
        </message>
        <message>
            <source>Cape Verde</source>
            <translation>Kap Verde</translation>
        </message>
        <message>
            <source>Caribbean Netherlands</source>
            <translation>Karibische Niederlande</translation>
        </message>
        <message>
            <source>Cayman Islands</source>
            <translation>Kaimaninseln</translation>
        </message>
        <message>
            <source>Central African Republic</source>
            <translation>Zentralafrikanische Republik</translation>
        </message>
        <message>
            <source>Chad</source>
            <translation>Tschad</translation>
        </message>
        <message>
            <source>Chile</source>
            <translation>Chile</translation>
        </message>
        <message>
            <source>China</source>
            <translation>China</translation>
        </message>
        <message>
            <source>Christmas Island</source>
            <translation>Weihnachtsinsel</translation>
        </message>
        <message>
            <source>Cocos Islands</source>
            <translation>Kokosinseln</translation>
        </message>
        <message>
            <source>Colombia</source>
            <translation>Kolumbien</translation>
        </message>
        <message>
            <source>Comoros</source>
            <translation>Komoren</translation>
        </message>
        <message>
            <source>Congo (Brazzaville)</source>
            <translation>Kongo (Brazzaville)</translation>
        </message>
        <message>
            <source>Congo (Kinshasa)</source>
            <translation>Kongo (Kinshasa)</translation>
        </message>
        <message>
            <source>Cook Islands</source>
            <translation>Cookinseln</translation>
        </message>
        <message>
            <source>Costa Rica</source>
            <translation>Costa Rica</translation>
        </message>
        <message>
            <source>Croatia</source>
            <translation>Kroatien</translation>
        </message>
        <message>
            <source>Cuba</source>
            <translation>Kuba</translation>
        </message>
        <message>
            <source>Curaçao</source>
            <translation>Curaçao</translation>
        </message>
        <message>
            <source>Cyprus</source>
            <translation>Zypern</translation>
        </message>
        <message>
            <source>Czechia</source>
            <translation>Tschechien</translation>
        </message>
        <message>
            <source>Côte d’Ivoire</source>
            <translation>Côte d’Ivoire</translation>
        </message>
        <message>
            <source>Denmark</source>
            <translation>Dänemark</translation>
        </message>
        <message>
            <source>Djibouti</source>
            <translation>Dschibuti</translation>
        </message>
        <message>
            <source>Dominica</source>
            <translation>Dominica</translation>
        </message>
        <message>
            <source>Dominican Republic</source>
            <translation>Dominikanische Republik</translation>
        </message>
        <message>
            <source>Ecuador</source>
            <translation>Ecuador</translation>
        </message>
        <message>
            <source>Egypt</source>
            <translation>Ägypten</translation>
        </message>
        <message>
            <source>El Salvador</source>
            <translation>El Salvador</translation>
        </message>
        <message>
            <source>Equatorial Guinea</source>
            <translation>Äquatorialguinea</translation>
        </message>
        <message>
            <source>Eritrea</source>
            <translation>Eritrea</translation>
        </message>
        <message>
            <source>Estonia</source>
            <translation>Estland</translation>
        </message>
        <message>
            <source>Eswatini</source>
            <translation>Eswatini</translation>
        </message>
        <message>
            <source>Ethiopia</source>
            <translation>Äthiopien</translation>
        </message>
        <message>
            <source>Falkland Islands</source>
            <translation>Falklandinseln</translation>
        </message>
        <message>
            <source>Faroe Islands</source>
            <translation>Färöer</translation>
        </message>
        <message>
            <source>Fiji</source>
            <translation>Fidschi</translation>
        </message>
        <message>
            <source>Finland</source>
            <translation>Finnland</translation>
        </message>
        <message>
            <source>France</source>
            <translation>Frankreich</translation>
        </message>
        <message>
            <source>French Guiana</source>
            <translation>Französisch-Guayana</translation>
        </message>
        <message>
            <source>French Polynesia</source>
            <translation>Französisch-Polynesien</translation>
        </message>
        <message>
            <source>French Southern Territories</source>
            <translation>Französische Südgebiete</translation>
        </message>
        <message>
            <source>Gabon</source>
            <translation>Gabun</translation>
        </message>
        <message>
            <source>Gambia</source>
            <translation>Gambia</translation>
        </message>
        <message>
            <source>Georgia</source>
            <translation>Georgien</translation>
        </message>
        <message>
            <source>Germany</source>
            <translation>Deutschland</translation>
        </message>
        <message>
            <source>Ghana</source>
            <translation>Ghana</translation>
        </message>
        <message>
            <source>Gibraltar</source>
            <translation>Gibraltar</translation>
        </message>
        <message>
            <source>Greece</source>
            <translation>Griechenland</translation>
        </message>
        <message>
            <source>Greenland</source>
            <translation>Grönland</translation>
        </message>
        <message>
            <source>Grenada</source>
            <translation>Grenada</translation>
        </message>
        <message>
            <source>Guadeloupe</source>
            <translation>Guadeloupe</translation>
        </message>
        <message>
            <source>Guam</source>
            <translation>Guam</translation>
        </message>
        <message>
            <source>Guatemala</source>
            <translation>Guatemala</translation>
        </message>
        <message>
            <source>Guernsey</source>
            <translation>Guernsey</translation>
        </message>
        <message>
            <source>Guinea</source>
            <translation>Guinea</translation>
        </message>
        <message>
            <source>Guinea-Bissau</source>
            <translation>Guinea-Bissau</translation>
        </message>
        <message>
            <source>Guyana</source>
            <translation>Guyana</translation>
        </message>
        <message>
            <source>Haiti</source>
            <translation>Haiti</translation>
        </message>
        <message>
            <source>Heard and McDonald Islands</source>
            <translation>Heard und McDonaldinseln</translation>
        </message>
        <message>
            <source>Honduras</source>
            <translation>Honduras</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>Hongkong</translation>
        </message>
        <message>
            <source>Hungary</source>
            <translation>Ungarn</translation>
        </message>
        <message>
            <source>Iceland</source>
            <translation>Island</translation>
        </message>
        <message>
            <source>India</source>
            <translation>Indien</translation>
        </message>
        <message>
            <source>Indonesia</source>
            <translation>Indonesien</translation>
        </message>
        <message>
            <source>Iran</source>
            <translation>Iran</translation>
        </message>
        <message>
            <source>Iraq</source>
            <translation>Irak</translation>
        </message>
        <message>
            <source>Ireland</source>
            <translation>Irland</translation>
        </message>
        <message>
            <source>Isle of Man</source>
            <translation>Insel Man</translation>
        </message>
        <message>
            <source>Israel</source>
            <translation>Israel</translation>
        </message>
        <message>
            <source>Italy</source>
            <translation>Italien</translation>
        </message>
        <message>
            <source>Jamaica</source>
            <translation>Jamaika</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>Japan</translation>
        </message>
        <message>
            <source>Jersey</source>
            <translation>Jersey</translation>
        </message>
        <message>
            <source>Jordan</source>
            <translation>Jordanien</translation>
        </message>
        <message>
            <source>Kazakhstan</source>
            <translation>Kasachstan</translation>
        </message>
        <message>
            <source>Kenya</source>
            <translation>Kenia</translation>
        </message>
        <message>
            <source>Kiribati</source>
            <translation>Kiribati</translation>
        </message>
        <message>
            <source>Kosovo</source>
            <translation>Kosovo</translation>
        </message>
        <message>
            <source>Kuwait</source>
            <translation>Kuwait</translation>
        </message>
        <message>
            <source>Kyrgyzstan</source>
            <translation>Kirgisistan</translation>
        </message>
        <message>
            <source>Laos</source>
            <translation>Laos</translation>
        </message>
        <message>
            <source>Latvia</source>
            <translation>Lettland</translation>
        </message>
        <message>
            <source>Lebanon</source>
            <translation>Libanon</translation>
        </message>
        <message>
            <source>Lesotho</source>
            <translation>Lesotho</translation>
        </message>
        <message>
            <source>Liberia</source>
            <translation>Liberia</translation>
        </message>
        <message>
            <source>Libya</source>
            <translation>Libyen</translation>
        </message>
        <message>
            <source>Liechtenstein</source>
            <translation>Liechtenstein</translation>
        </message>
        <message>
            <source>Lithuania</source>
            <translation>Litauen</translation>
        </message>
        <message>
            <source>Luxembourg</source>
            <translation>Luxemburg</translation>
        </message>
        <message>
            <source>Macao</source>
            <translation>Macau</translation>
        </message>
        <message>
            <source>Madagascar</source>
            <translation>Madagaskar</translation>
        </message>
        <message>
            <source>Malawi</source>
            <translation>Malawi</translation>
        </message>
        <message>
            <source>Malaysia</source>
            <translation>Malaysia</translation>
        </message>
        <message>
            <source>Maldives</source>
            <translation>Malediven</translation>
        </message>
        <message>
            <source>Mali</source>
            <translation>Mali</translation>
        </message>
        <message>
            <source>Malta</source>
            <translation>Malta</translation>
        </message>
        <message>
            <source>Marshall Islands</source>
            <translation>Marshallinseln</translation>
        </message>
        <message>
            <source>Martinique</source>
            <translation>Martinique</translation>
        </message>
        <message>
            <source>Mauritania</source>
            <translation>Mauretanien</translation>
        </message>
        <message>
            <source>Mauritius</source>
            <translation>Mauritius</translation>
        </message>
        <message>
            <source>Mayotte</source>
            <translation>Mayotte</translation>
        </message>
        <message>
            <source>Mexico</source>
            <translation>Mexiko</translation>
        </message>
        <message>
            <source>Micronesia</source>
            <translation>Mikronesien</translation>
        </message>
        <message>
            <source>Moldova</source>
            <translation>Moldau</translation>
        </message>
        <message>
            <source>Monaco</source>
            <translation>Monaco</translation>
        </message>
        <message>
            <source>Mongolia</source>
            <translation>Mongolei</translation>
        </message>
        <message>
            <source>Montenegro</source>
            <translation>Montenegro</translation>
        </message>
        <message>
            <source>Montserrat</source>
            <translation>Montserrat</translation>
        </message>
        <message>
            <source>Morocco</source>
            <translation>Marokko</translation>
        </message>
        <message>
            <source>Mozambique</source>
            <translation>Mosambik</translation>
        </message>
        <message>
            <source>Myanmar</source>
            <translation>Myanmar</translation>
        </message>
        <message>
            <source>Namibia</source>
            <translation>Namibia</translation>
        </message>
        <message>
            <source>Nauru</source>
            <translation>Nauru</translation>
        </message>
        <message>
            <source>Nepal</source>
            <translation>Nepal</translation>
        </message>
        <message>
            <source>Netherlands</source>
            <translation>Niederlande</translation>
        </message>
        <message>
            <source>New Caledonia</source>
            <translation>Neukaledonien</translation>
        </message>
        <message>
            <source>New Zealand</source>
            <translation>Neuseeland</translation>
        </message>
        <message>
            <source>Nicaragua</source>
            <translation>Nicaragua</translation>
        </message>
        <message>
            <source>Niger</source>
            <translation>Niger</translation>
        </message>
        <message>
            <source>Nigeria</source>
            <translation>Nigeria</translation>
        </message>
        <message>
            <source>Niue</source>
            <translation>Niue</translation>
        </message>
        <message>
            <source>Norfolk Island</source>
            <translation>Norfolkinsel</translation>
        </message>
        <message>
            <source>North Korea</source>
            <translation>Nordkorea</translation>
        </message>
        <message>
            <source>North Macedonia</source>
            <translation>Nordmazedonien</translation>
        </message>
        <message>
            <source>Northern Mariana Islands</source>
            <translation>Nördliche Marianen</translation>
        </message>
        <message>
            <source>Norway</source>
            <translation>Norwegen</translation>
        </message>
        <message>
            <source>Oman</source>
            <translation>Oman</translation>
        </message>
        <message>
            <source>Pakistan</source>
            <translation>Pakistan</translation>
        </message>
        <message>
            <source>Palau</source>
            <translation>Palau</translation>
        </message>
        <message>
            <source>Palestine</source>
            <translation>Palästina</translation>
        </message>
        <message>
            <source>Panama</source>
            <translation>Panama</translation>
        </message>
        <message>
            <source>Papua New Guinea</source>
            <translation>Papua-Neuguinea</translation>
        </message>
        <message>
            <source>Paraguay</source>
            <translation>Paraguay</translation>
        </message>
        <message>
            <source>Peru</source>
            <translation>Peru</translation>
        </message>
        <message>
            <source>Philippines</source>
            <translation>Philippinen</translation>
        </message>
        <message>
            <source>Pitcairn Islands</source>
            <translation>Pitcairninseln</translation>
        </message>
        <message>
            <source>Poland</source>
            <translation>Polen</translation>
        </message>
        <message>
            <source>Portugal</source>
            <translation>Portugal</translation>
        </message>
        <message>
            <source>Puerto Rico</source>
            <translation>Puerto Rico</translation>
        </message>
        <message>
            <source>Qatar</source>
            <translation>Katar</translation>
        </message>
        <message>
            <source>Romania</source>
            <translation>Rumänien</translation>
        </message>
        <message>
            <source>Russia</source>
            <translation>Russland</translation>
        </message>
        <message>
            <source>Rwanda</source>
            <translation>Ruanda</translation>
        </message>
        <message>
            <source>Réunion</source>
            <translation>Réunion</translation>
        </message>
        <message>
            <source>Saint Barthélemy</source>
            <translation>Saint-Barthélemy</translation>
        </message>
        <message>
            <source>Saint Helena</source>
            <translation>St. Helena</translation>
        </message>
        <message>
            <source>Saint Kitts and Nevis</source>
            <translation>St. Kitts und Nevis</translation>
        </message>
        <message>
            <source>Saint Lucia</source>
            <translation>St. Lucia</translation>
        </message>
        <message>
            <source>Saint Martin</source>
            <translation>Saint-Martin</translation>
        </message>
        <message>
            <source>Saint Pierre and Miquelon</source>
            <translation>St. Pierre und Miquelon</translation>
        </message>
        <message>
            <source>Saint Vincent and the Grenadines</source>
            <translation>St. Vincent und die Grenadinen</translation>
        </message>
        <message>
            <source>Samoa</source>
            <translation>Samoa</translation>
        </message>
        <message>
            <source>San Marino</source>
            <translation>San Marino</translation>
        </message>
        <message>
            <source>Saudi Arabia</source>
            <translation>Saudi-Arabien</translation>
        </message>
        <message>
            <source>Senegal</source>
            <translation>Senegal</translation>
        </message>
        <message>
            <source>Serbia</source>
            <translation>Serbien</translation>
        </message>
        <message>
            <source>Seychelles</source>
            <translation>Seychellen</translation>
        </message>
        <message>
            <source>Sierra Leone</source>
            <translation>Sierra Leone</translation>
        </message>
        <message>
            <source>Singapore</source>
            <translation>Singapur</translation>
        </message>
        <message>
            <source>Sint Maarten</source>
            <translation>Sint Maarten</translation>
        </message>
        <message>
            <source>Slovakia</source>
            <translation>Slowakei</translation>
        </message>
        <message>
            <source>Slovenia</source>
            <translation>Slowenien</translation>
        </message>
        <message>
            <source>Solomon Islands</source>
            <translation>Salomonen</translation>
        </message>
        <message>
            <source>Somalia</source>
            <translation>Somalia</translation>
        </message>
        <message>
            <source>South Africa</source>
            <translation>Südafrika</translation>
        </message>
        <message>
            <source>South Georgia and the South Sandwich Islands</source>
            <translation>Südgeorgien und die Südlichen Sandwichinseln</translation>
        </message>
        <message>
            <source>South Korea</source>
            <translation>Südkorea</translation>
        </message>
        <message>
            <source>South Sudan</source>
            <translation>Südsudan</translation>
        </message>
        <message>
            <source>Spain</source>
            <translation>Spanien</translation>
        </message>
        <message>
            <source>Sri Lanka</source>
            <translation>Sri Lanka</translation>
        </message>
        <message>
            <source>Sudan</source>
            <translation>Sudan</translation>
        </message>
        <message>
            <source>Suriname</source>
            <translation>Suriname</translation>
        </message>
        <message>
            <source>Svalbard and Jan Mayen</source>
            <translation>Spitzbergen und Jan Mayen</translation>
        </message>
        <message>
            <source>Sweden</source>
            <translation>Schweden</translation>
        </message>
        <message>
            <source>Switzerland</source>
            <translation>Schweiz</translation>
        </message>
        <message>
            <source>Syria</source>
            <translation>Syrien</translation>
        </message>
        <message>
            <source>São Tomé and Príncipe</source>
            <translation>São Tomé und Príncipe</translation>
        </message>
        <message>
            <source>Taiwan</source>
            <translation>Taiwan</translation>
        </message>
        <message>
            <source>Tajikistan</source>
            <translation>Tadschikistan</translation>
        </message>
        <message>
            <source>Tanzania</source>
            <translation>Tansania</translation>
        </message>
        <message>
            <source>Thailand</source>
            <translation>Thailand</translation>
        </message>
        <message>
            <source>Timor-Leste</source>
            <translation>Timor-Leste</translation>
        </message>
        <message>
            <source>Togo</source>
            <translation>Togo</translation>
        </message>
        <message>
            <source>Tokelau</source>
            <translation>Tokelau</translation>
        </message>
        <message>
            <source>Tonga</source>
            <translation>Tonga</translation>
        </message>
        <message>
            <source>Trinidad and Tobago</source>
            <translation>Trinidad und Tobago</translation>
        </message>
        <message>
            <source>Tunisia</source>
            <translation>Tunesien</translation>
        </message>
        <message>
            <source>Turkmenistan</source>
            <translation>Turkmenistan</translation>
        </message>
        <message>
            <source>Turks and Caicos Islands</source>
            <translation>Turks- und Caicosinseln</translation>
        </message>
        <message>
            <source>Tuvalu</source>
            <translation>Tuvalu</translation>
        </message>
        <message>
            <source>Türkiye</source>
            <translation>Türkei</translation>
        </message>
        <message>
            <source>US Outlying Islands</source>
            <translation>Kleinere Amerikanische Überseeinseln</translation>
        </message>
        <message>
            <source>US Virgin Islands</source>
            <translation>Amerikanische Jungferninseln</translation>
        </message>
        <message>
            <source>Uganda</source>
            <translation>Uganda</translation>
        </message>
        <message>
            <source>Ukraine</source>
            <translation>Ukraine</translation>
        </message>
        <message>
            <source>United Arab Emirates</source>
            <translation>Vereinigte Arabische Emirate</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>Vereinigtes Königreich</translation>
        </message>
        <message>
            <source>United States</source>
            <translation>Vereinigte Staaten</translation>
        </message>
        <message>
            <source>Uruguay</source>
            <translation>Uruguay</translation>
        </message>
        <message>
            <source>Uzbekistan</source>
            <translation>Usbekistan</translation>
        </message>
        <message>
            <source>Vanuatu</source>
            <translation>Vanuatu</translation>
        </message>
        <message>
            <source>Vatican City</source>
            <translation>Vatikanstadt</translation>
        </message>
        <message>
            <source>Venezuela</source>
            <translation>Venezuela</translation>
        </message>
        <message>
            <source>Vietnam</source>
            <translation>Vietnam</translation>
        </message>
        <message>
            <source>Wallis and Futuna</source>
            <translation>Wallis und Futuna</translation>
        </message>
        <message>
            <source>Western Sahara</source>
            <translation>Westsahara</translation>
        </message>
        <message>
            <source>Yemen</source>
            <translation>Jemen</translation>
        </message>
        <message>
            <source>Zambia</source>
            <translation>Sambia</translation>
        </message>
        <message>
            <source>Zimbabwe</source>
            <translation>Simbabwe</translation>
        </message>
        <message>
            <source>Åland Islands</source>
            <translation>Ålandinseln</translation>
        </message>
    </context>
    <context>
        <name>DesktopNotices</name>
        <message>
            <source>Open file</source>
            <translation>Datei öffnen</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>{bytes} that arrived are kept</source>
            <translation>{bytes}, die schon da sind, bleiben erhalten</translation>
        </message>
    </context>
    <context>
        <name>DetailsPane</name>
        <message>
            <source>Added</source>
            <translation>Hinzugefügt</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>Danach</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Details of the selected download</source>
            <translation>Einzelheiten des ausgewählten Downloads</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>In order</source>
            <translation>Lückenlos</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Links</translation>
        </message>
        <message>
            <source>No hash is known; what sources bring is compared in samples</source>
            <translation>Keine Prüfsumme ist bekannt; was Quellen liefern, wird stichprobenweise verglichen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Safe on disk</source>
            <translation>Sicher gespeichert</translation>
        </message>
        <message>
            <source>Select a download to see its details.</source>
            <translation>Wählen Sie einen Download aus, um seine Einzelheiten zu sehen.</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Trusts</source>
            <translation>Vertraut</translation>
        </message>
        <message>
            <source>Waits in</source>
            <translation>Wartet in</translation>
        </message>
        <message>
            <source>{queue}, priority {priority}</source>
            <translation>{queue}, Priorität {priority}</translation>
        </message>
        <message>
            <source>{rate}, {duration} left</source>
            <translation>{rate}, noch {duration}</translation>
        </message>
        <message>
            <source>{size} from the beginning, without a gap</source>
            <translation>{size} von Anfang an, ohne Lücke</translation>
        </message>
    </context>
    <context>
        <name>DocumentDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <source>&amp;Add {count}</source>
            <translation>{count} &amp;hinzufügen</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation>&amp;Sofort starten</translation>
        </message>
        <message>
            <source>Add downloads</source>
            <translation>Downloads hinzufügen</translation>
        </message>
        <message>
            <source>Choose at least one file</source>
            <translation>Wählen Sie mindestens eine Datei aus</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Files that the document describes</source>
            <translation>Dateien, die das Dokument beschreibt</translation>
        </message>
        <message>
            <source>No server is named that holds it</source>
            <translation>Kein Server ist genannt, der sie hat</translation>
        </message>
        <message>
            <source>No server is named that holds this file</source>
            <translation>Kein Server ist genannt, der diese Datei hat</translation>
        </message>
        <message>
            <source>Nothing is left to add</source>
            <translation>Es bleibt nichts hinzuzufügen</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>Beweis</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>“{document}” describes {count}.</source>
            <translation>„{document}“ beschreibt {count}.</translation>
        </message>
    </context>
    <context>
        <name>DownloadsPage</name>
        <message>
            <source>&amp;Downloads at once</source>
            <translation>Downloads zu&amp;gleich</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>&amp;Mark files as downloaded</source>
            <translation>Dateien als heruntergeladen &amp;kennzeichnen</translation>
        </message>
        <message>
            <source>&amp;Note the link in the file's properties</source>
            <translation>Den &amp;Link in den Dateieigenschaften vermerken</translation>
        </message>
        <message>
            <source>A finished file gets the date that its server tells, instead of today's</source>
            <translation>Eine fertige Datei bekommt das Datum, das der Server nennt, nicht das heutige</translation>
        </message>
        <message>
            <source>Downloads and folders</source>
            <translation>Downloads und Ordner</translation>
        </message>
        <message>
            <source>File managers can show where a file came from; whoever gets the file can read it there, too</source>
            <translation>Dateiverwaltungen können zeigen, woher eine Datei kam; wer die Datei bekommt, kann es dort ebenfalls lesen</translation>
        </message>
        <message>
            <source>Folder for &amp;incomplete files</source>
            <translation>Ordner für &amp;unvollständige Dateien</translation>
        </message>
        <message>
            <source>Others wait for their turn in the queue</source>
            <translation>Andere warten in der Warteschlange, bis sie an der Reihe sind</translation>
        </message>
        <message>
            <source>Use the &amp;server's time</source>
            <translation>Die &amp;Zeit des Servers übernehmen</translation>
        </message>
        <message>
            <source>Where downloads go that name no folder of their own; empty is the system's folder for downloads</source>
            <translation>Wohin Downloads kommen, die keinen eigenen Ordner nennen; leer ist der Download-Ordner des Systems</translation>
        </message>
        <message>
            <source>Where files lie until they are done; empty is the folder that they will be in</source>
            <translation>Wo Dateien liegen, bis sie fertig sind; leer ist der Ordner, in den sie kommen</translation>
        </message>
        <message>
            <source>Windows and macOS warn before a program from the internet is run for the first time; elsewhere this does nothing</source>
            <translation>Windows und macOS warnen, bevor ein Programm aus dem Internet zum ersten Mal läuft; anderswo bewirkt dies nichts</translation>
        </message>
    </context>
    <context>
        <name>EndPlanMenu</name>
        <message>
            <source>&amp;Every time, not only the next</source>
            <translation>&amp;Jedes Mal, nicht nur das nächste</translation>
        </message>
        <message>
            <source>&amp;Log out</source>
            <translation>Ab&amp;melden</translation>
        </message>
        <message>
            <source>&amp;Tell me</source>
            <translation>&amp;Benachrichtigen</translation>
        </message>
        <message>
            <source>All downloads are over. The computer will go to sleep.</source>
            <translation>Alle Downloads sind beendet. Der Computer geht gleich schlafen.</translation>
        </message>
        <message>
            <source>All downloads are over. The computer will shut down.</source>
            <translation>Alle Downloads sind beendet. Der Computer wird ausgeschaltet.</translation>
        </message>
        <message>
            <source>All downloads are over. You will be logged out.</source>
            <translation>Alle Downloads sind beendet. Sie werden abgemeldet.</translation>
        </message>
        <message>
            <source>All downloads are over. Your command will be run.</source>
            <translation>Alle Downloads sind beendet. Ihr Befehl wird ausgeführt.</translation>
        </message>
        <message>
            <source>Do &amp;nothing</source>
            <translation>&amp;Nichts tun</translation>
        </message>
        <message>
            <source>It is run when the last download is over. No shell reads it.</source>
            <translation>Er läuft, wenn der letzte Download beendet ist. Keine Shell liest ihn.</translation>
        </message>
        <message>
            <source>Let the computer &amp;sleep</source>
            <translation>Computer &amp;schlafen lassen</translation>
        </message>
        <message>
            <source>Run a &amp;command…</source>
            <translation>Einen Be&amp;fehl ausführen …</translation>
        </message>
        <message>
            <source>Shut the computer &amp;down</source>
            <translation>Computer &amp;ausschalten</translation>
        </message>
        <message>
            <source>When all is done, run</source>
            <translation>Wenn alles fertig ist, ausführen</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>(no name)</source>
            <translation>(kein Name)</translation>
        </message>
        <message>
            <source>16 KiB blocks compared between sources where no hash is trusted (0 none)</source>
            <translation>Blöcke von 16 KiB, die zwischen Quellen verglichen werden, wo keiner Prüfsumme vertraut wird (0: keine)</translation>
        </message>
        <message>
            <source>A SOCKS proxy can be told only names and passwords of unaccented letters, figures and signs.</source>
            <translation>Ein SOCKS-Proxy versteht nur Namen und Passwörter aus Buchstaben ohne Akzente, Ziffern und Zeichen.</translation>
        </message>
        <message>
            <source>A category needs a name of at most {most} letters</source>
            <translation>Eine Kategorie braucht einen Namen von höchstens {most} Zeichen</translation>
        </message>
        <message>
            <source>A download began; nothing was done.</source>
            <translation>Ein Download begann; nichts wurde getan.</translation>
        </message>
        <message>
            <source>A file stands where the folder {path} should be</source>
            <translation>Wo der Ordner {path} sein sollte, steht eine Datei</translation>
        </message>
        <message>
            <source>A fresh link lets the download go on with what it has.</source>
            <translation>Mit einem frischen Link geht der Download mit dem weiter, was er hat.</translation>
        </message>
        <message>
            <source>A job needs at least one source</source>
            <translation>Ein Download braucht mindestens eine Quelle</translation>
        </message>
        <message>
            <source>A limit must be more than 0 bytes per second</source>
            <translation>Eine Grenze muss mehr als 0 Bytes pro Sekunde sein</translation>
        </message>
        <message>
            <source>A part of {path} is a file, not a folder</source>
            <translation>Ein Teil von {path} ist eine Datei, kein Ordner</translation>
        </message>
        <message>
            <source>A part says the file has {said} bytes, not {size_bytes}: it is another file.</source>
            <translation>Ein Teil nennt für die Datei {said} Bytes statt {size_bytes}: es ist eine andere Datei.</translation>
        </message>
        <message>
            <source>A queue must run between 1 and {most} jobs at once</source>
            <translation>Eine Warteschlange muss zwischen 1 und {most} Downloads auf einmal laufen lassen</translation>
        </message>
        <message>
            <source>A queue needs a name</source>
            <translation>Eine Warteschlange braucht einen Namen</translation>
        </message>
        <message>
            <source>A queue needs a name of at most {most} letters</source>
            <translation>Eine Warteschlange braucht einen Namen von höchstens {most} Zeichen</translation>
        </message>
        <message>
            <source>A request took longer than {seconds:g} s and was ended; its rest is asked for anew.</source>
            <translation>Eine Anfrage dauerte länger als {seconds:g} s und wurde beendet; ihr Rest wird neu verlangt.</translation>
        </message>
        <message>
            <source>A source cannot be unwrapped from {wrapping}; known: {known}.</source>
            <translation>Eine Quelle lässt sich nicht aus {wrapping} auspacken; bekannt sind: {known}.</translation>
        </message>
        <message>
            <source>A source that ranks better differs from {host}, whose bytes are not taken: {spans}.</source>
            <translation>Eine besser eingestufte Quelle weicht von {host} ab, deren Bytes nicht genommen werden: {spans}.</translation>
        </message>
        <message>
            <source>Addresses of the kind {scheme} are not supported.</source>
            <translation>Adressen der Art {scheme} werden nicht unterstützt.</translation>
        </message>
        <message>
            <source>All downloads are over: {count} done, {failed} failed.</source>
            <translation>Alle Downloads sind beendet: {count} fertig, {failed} gescheitert.</translation>
        </message>
        <message>
            <source>All downloads are over: {count} done.</source>
            <translation>Alle Downloads sind beendet: {count} fertig.</translation>
        </message>
        <message>
            <source>All downloads are over; the computer was told to log out.</source>
            <translation>Alle Downloads sind beendet; die Sitzung soll jetzt enden.</translation>
        </message>
        <message>
            <source>All downloads are over; the computer was told to shut down.</source>
            <translation>Alle Downloads sind beendet; der Computer soll jetzt herunterfahren.</translation>
        </message>
        <message>
            <source>All downloads are over; the computer was told to sleep.</source>
            <translation>Alle Downloads sind beendet; der Computer soll jetzt schlafen.</translation>
        </message>
        <message>
            <source>All that the former source brought is fetched anew.</source>
            <translation>Alles, was die frühere Quelle brachte, wird neu geholt.</translation>
        </message>
        <message>
            <source>All {count:,} piece hashes ({algorithm}, {origin}): right.</source>
            <translation>Alle {count:,} Prüfsummen der Stücke ({algorithm}, {origin}): richtig.</translation>
        </message>
        <message>
            <source>Asked again, because you wish it.</source>
            <translation>Auf Ihren Wunsch noch einmal gefragt.</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>Versuche</translation>
        </message>
        <message>
            <source>Backoff</source>
            <translation>Wartezeit</translation>
        </message>
        <message>
            <source>Bad blocks</source>
            <translation>Schlechte Blöcke</translation>
        </message>
        <message>
            <source>Balanced</source>
            <translation>Ausgewogen</translation>
        </message>
        <message>
            <source>Bulk</source>
            <translation>Masse</translation>
        </message>
        <message>
            <source>DASH manifests are not supported, because they name many small files and not one.</source>
            <translation>DASH-Manifeste werden nicht unterstützt, weil sie viele kleine Dateien nennen und nicht eine.</translation>
        </message>
        <message>
            <source>Encrypted FTP cannot go through a proxy that is encrypted itself; an http one would do.</source>
            <translation>Verschlüsseltes FTP geht nicht durch einen Proxy, der selbst verschlüsselt ist; einer mit http ginge.</translation>
        </message>
        <message>
            <source>Encrypted file hosters are not supported, because their files cannot be had without their own program.</source>
            <translation>Verschlüsselte Dateihoster werden nicht unterstützt, weil man ihre Dateien nur mit ihrem eigenen Programm bekommt.</translation>
        </message>
        <message>
            <source>Enter the command that is to be run</source>
            <translation>Geben Sie den Befehl ein, der ausgeführt werden soll</translation>
        </message>
        <message>
            <source>Enter the command that is to be run when all is done</source>
            <translation>Geben Sie den Befehl ein, der ausgeführt werden soll, wenn alles fertig ist</translation>
        </message>
        <message>
            <source>Every byte is as it came.</source>
            <translation>Jedes Byte ist, wie es kam.</translation>
        </message>
        <message>
            <source>Every byte was fetched twice: either all sources serve another file, or the hash belongs to one.</source>
            <translation>Jedes Byte wurde zweimal geholt: entweder haben alle Quellen eine andere Datei, oder die Prüfsumme gehört zu einer.</translation>
        </message>
        <message>
            <source>Fetching a bad block anew: {span}.</source>
            <translation>Ein schlechter Block wird neu geholt: {span}.</translation>
        </message>
        <message>
            <source>First span</source>
            <translation>Erster Abschnitt</translation>
        </message>
        <message>
            <source>HDS manifests are not supported, because they name many small files and not one.</source>
            <translation>HDS-Manifeste werden nicht unterstützt, weil sie viele kleine Dateien nennen und nicht eine.</translation>
        </message>
        <message>
            <source>HLS playlists are not supported, because they name many small files and not one.</source>
            <translation>HLS-Listen werden nicht unterstützt, weil sie viele kleine Dateien nennen und nicht eine.</translation>
        </message>
        <message>
            <source>Hashes from {origin} are known now.</source>
            <translation>Prüfsummen aus {origin} sind jetzt bekannt.</translation>
        </message>
        <message>
            <source>Headwater made a mistake: {reason}</source>
            <translation>Headwater hat einen Fehler gemacht: {reason}</translation>
        </message>
        <message>
            <source>Hedging</source>
            <translation>Absicherung</translation>
        </message>
        <message>
            <source>IPFS addresses are not supported; use the address that an HTTP gateway has for the file.</source>
            <translation>IPFS-Adressen werden nicht unterstützt; nehmen Sie die Adresse, die ein HTTP-Gateway für die Datei hat.</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>Intervall</translation>
        </message>
        <message>
            <source>It brought no more than {rate:g} bytes a second, the lowest that is wished for.</source>
            <translation>Sie brachte nicht mehr als {rate:g} Bytes pro Sekunde, das Wenigste, was gewünscht ist.</translation>
        </message>
        <message>
            <source>It delivers again.</source>
            <translation>Sie liefert wieder.</translation>
        </message>
        <message>
            <source>It has {size_bytes:,} bytes and should have {wanted:,}.</source>
            <translation>Sie hat {size_bytes:,} Bytes und sollte {wanted:,} haben.</translation>
        </message>
        <message>
            <source>It names no hash.</source>
            <translation>Es nennt keine Prüfsumme.</translation>
        </message>
        <message>
            <source>Least score</source>
            <translation>Geringste Wertung</translation>
        </message>
        <message>
            <source>Links of {host} are not supported, because it asks a person for captchas; use a direct link.</source>
            <translation>Links von {host} werden nicht unterstützt, weil dort ein Mensch Captchas lösen muss; nehmen Sie einen direkten Link.</translation>
        </message>
        <message>
            <source>Look ahead</source>
            <translation>Vorausschau</translation>
        </message>
        <message>
            <source>Magnet links are not supported, because Headwater does not take part in BitTorrent swarms.</source>
            <translation>Magnet-Links werden nicht unterstützt, weil Headwater nicht an BitTorrent-Schwärmen teilnimmt.</translation>
        </message>
        <message>
            <source>Max channels per host</source>
            <translation>Kanäle je Server, höchstens</translation>
        </message>
        <message>
            <source>Max channels per job</source>
            <translation>Kanäle je Download, höchstens</translation>
        </message>
        <message>
            <source>Max channels per source</source>
            <translation>Kanäle je Quelle, höchstens</translation>
        </message>
        <message>
            <source>Max sources</source>
            <translation>Quellen, höchstens</translation>
        </message>
        <message>
            <source>Max span</source>
            <translation>Größter Abschnitt</translation>
        </message>
        <message>
            <source>Metalink has no name for hash trees; the pieces have to be hashed plainly</source>
            <translation>Metalink hat keinen Namen für Prüfsummenbäume; die Stücke müssen einfach geprüft werden</translation>
        </message>
        <message>
            <source>Metalink of {host}</source>
            <translation>Metalink von {host}</translation>
        </message>
        <message>
            <source>Min span</source>
            <translation>Kleinster Abschnitt</translation>
        </message>
        <message>
            <source>No program was found that opens {name}</source>
            <translation>Es wurde kein Programm gefunden, das {name} öffnet</translation>
        </message>
        <message>
            <source>No secure connection to {host} could be made.</source>
            <translation>Zu {host} kam keine sichere Verbindung zustande.</translation>
        </message>
        <message>
            <source>No source that works holds the bytes {span}.</source>
            <translation>Keine Quelle, die geht, hat die Bytes {span}.</translation>
        </message>
        <message>
            <source>No source works any more: {reasons}.</source>
            <translation>Keine Quelle geht mehr: {reasons}.</translation>
        </message>
        <message>
            <source>No trusted hash was known and no bytes were compared; nothing was proven.</source>
            <translation>Keine vertrauenswürdige Prüfsumme war bekannt, und keine Bytes wurden verglichen; nichts ist bewiesen.</translation>
        </message>
        <message>
            <source>No trusted hash was known; nothing was proven.</source>
            <translation>Keine vertrauenswürdige Prüfsumme war bekannt; nichts ist bewiesen.</translation>
        </message>
        <message>
            <source>No trusted hash was known; {compared:,} of {total:,} blocks compared, {result}.</source>
            <translation>Keine vertrauenswürdige Prüfsumme war bekannt; {compared:,} von {total:,} Blöcken verglichen, {result}.</translation>
        </message>
        <message>
            <source>No trusted hash was known; {hash} agrees, which is a hint and no proof.</source>
            <translation>Keine vertrauenswürdige Prüfsumme war bekannt; {hash} stimmt, was ein Hinweis ist und kein Beweis.</translation>
        </message>
        <message>
            <source>Nothing came for a while; others take its bytes.</source>
            <translation>Eine Weile kam nichts; andere nehmen ihre Bytes.</translation>
        </message>
        <message>
            <source>Nothing can be stored in {place}.</source>
            <translation>In {place} kann nichts gespeichert werden.</translation>
        </message>
        <message>
            <source>Of the copy: {verdict}</source>
            <translation>Zur Kopie: {verdict}</translation>
        </message>
        <message>
            <source>Only HTTP sources can hold the file compressed.</source>
            <translation>Nur HTTP-Quellen können die Datei komprimiert haben.</translation>
        </message>
        <message>
            <source>Only files of this computer can be read by a file address.</source>
            <translation>Über eine Dateiadresse lassen sich nur Dateien dieses Computers lesen.</translation>
        </message>
        <message>
            <source>Opened.</source>
            <translation>Geöffnet.</translation>
        </message>
        <message>
            <source>Polite</source>
            <translation>Höflich</translation>
        </message>
        <message>
            <source>Ran {program}.</source>
            <translation>{program} wurde ausgeführt.</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>Ablösung</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>Stichproben</translation>
        </message>
        <message>
            <source>Set aside: {reason:clause}.</source>
            <translation>Beiseitegelegt: {reason:clause}.</translation>
        </message>
        <message>
            <source>Signed by {signer}, with a key that you have not certified as theirs.</source>
            <translation>Signiert von {signer}, mit einem Schlüssel, den Sie nicht als den seinen beglaubigt haben.</translation>
        </message>
        <message>
            <source>Signed by {signer}.</source>
            <translation>Signiert von {signer}.</translation>
        </message>
        <message>
            <source>Somebody put words into the connection to {host} before it was encrypted.</source>
            <translation>Jemand hat der Verbindung zu {host} Worte untergeschoben, bevor sie verschlüsselt war.</translation>
        </message>
        <message>
            <source>Something else is wanted now.</source>
            <translation>Jetzt ist etwas anderes gewünscht.</translation>
        </message>
        <message>
            <source>Stopped; nothing was done.</source>
            <translation>Abgebrochen; nichts wurde getan.</translation>
        </message>
        <message>
            <source>Streaming</source>
            <translation>Streaming</translation>
        </message>
        <message>
            <source>Streams are not supported, because they have no fixed bytes to fetch.</source>
            <translation>Streams werden nicht unterstützt, weil sie keine festen Bytes haben, die man holen könnte.</translation>
        </message>
        <message>
            <source>Sub intervals</source>
            <translation>Teilintervalle</translation>
        </message>
        <message>
            <source>The Metalink {url} was of no use: {reason}.</source>
            <translation>Das Metalink {url} war nicht zu gebrauchen: {reason}.</translation>
        </message>
        <message>
            <source>The address does not name a file.</source>
            <translation>Die Adresse nennt keine Datei.</translation>
        </message>
        <message>
            <source>The address exists only inside the web page that made it; copy the link of the file itself.</source>
            <translation>Die Adresse gibt es nur in der Webseite, die sie gemacht hat; kopieren Sie den Link der Datei selbst.</translation>
        </message>
        <message>
            <source>The address is a script of a web page; copy the link of the file itself.</source>
            <translation>Die Adresse ist ein Skript einer Webseite; kopieren Sie den Link der Datei selbst.</translation>
        </message>
        <message>
            <source>The address is not valid.</source>
            <translation>Die Adresse ist nicht gültig.</translation>
        </message>
        <message>
            <source>The address is not valid: {reason}.</source>
            <translation>Die Adresse ist nicht gültig: {reason}.</translation>
        </message>
        <message>
            <source>The address names a folder, not a file.</source>
            <translation>Die Adresse nennt einen Ordner, keine Datei.</translation>
        </message>
        <message>
            <source>The address of the file at {host} is not valid.</source>
            <translation>Die Adresse der Datei bei {host} ist nicht gültig.</translation>
        </message>
        <message>
            <source>The address of the proxy is not valid.</source>
            <translation>Die Adresse des Proxys ist nicht gültig.</translation>
        </message>
        <message>
            <source>The address of the proxy must begin with http, https, socks4, socks4a, socks5 or socks5h.</source>
            <translation>Die Adresse des Proxys muss mit http, https, socks4, socks4a, socks5 oder socks5h beginnen.</translation>
        </message>
        <message>
            <source>The administrator's policy in {path} cannot be read: {reason}.</source>
            <translation>Die Richtlinie der Verwaltung in {path} ist nicht lesbar: {reason}.</translation>
        </message>
        <message>
            <source>The administrator's policy in {path} is not in force: {reason:clause}.</source>
            <translation>Die Richtlinie der Verwaltung in {path} gilt nicht: {reason:clause}.</translation>
        </message>
        <message>
            <source>The certificate authority file {ca_file} cannot be read.</source>
            <translation>Die Datei der Zertifizierungsstellen {ca_file} ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not valid: {reason}.</source>
            <translation>Das Zertifikat von {host} ist nicht gültig: {reason}.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not valid{detail}.</source>
            <translation>Das Zertifikat von {host} ist nicht gültig{detail}.</translation>
        </message>
        <message>
            <source>The command “{text}” cannot be read: {reason}</source>
            <translation>Der Befehl „{text}“ ist nicht lesbar: {reason}</translation>
        </message>
        <message>
            <source>The compressed body ended before its end.</source>
            <translation>Der komprimierte Inhalt hörte vor seinem Ende auf.</translation>
        </message>
        <message>
            <source>The compressed body grows beyond the file's {size_bytes} bytes.</source>
            <translation>Der komprimierte Inhalt wächst über die {size_bytes} Bytes der Datei hinaus.</translation>
        </message>
        <message>
            <source>The compressed body grows more than {ratio:g} times over; it may be a bomb.</source>
            <translation>Der komprimierte Inhalt wächst auf mehr als das {ratio:g}-Fache; er könnte eine Bombe sein.</translation>
        </message>
        <message>
            <source>The compressed body held {at} bytes, not the file's {size_bytes}.</source>
            <translation>Der komprimierte Inhalt hatte {at} Bytes statt der {size_bytes} der Datei.</translation>
        </message>
        <message>
            <source>The compressed body is damaged: {reason}.</source>
            <translation>Der komprimierte Inhalt ist beschädigt: {reason}.</translation>
        </message>
        <message>
            <source>The computer would not log out: {reason}</source>
            <translation>Der Computer wollte die Sitzung nicht beenden: {reason}</translation>
        </message>
        <message>
            <source>The computer would not shut down: {reason}</source>
            <translation>Der Computer wollte nicht herunterfahren: {reason}</translation>
        </message>
        <message>
            <source>The computer would not sleep: {reason}</source>
            <translation>Der Computer wollte nicht schlafen: {reason}</translation>
        </message>
        <message>
            <source>The connection is metered; the download goes on over another one, or when the settings say so.</source>
            <translation>Die Verbindung wird nach Menge abgerechnet; der Download geht über eine andere weiter, oder wenn die Einstellungen es sagen.</translation>
        </message>
        <message>
            <source>The cookie file {path} cannot be read; it must be in Netscape's format.</source>
            <translation>Die Cookie-Datei {path} ist nicht lesbar; sie muss im Format von Netscape sein.</translation>
        </message>
        <message>
            <source>The data address has no data.</source>
            <translation>Die Datenadresse enthält keine Daten.</translation>
        </message>
        <message>
            <source>The data address is not proper Base64.</source>
            <translation>Die Datenadresse ist kein richtiges Base64.</translation>
        </message>
        <message>
            <source>The data address is too long.</source>
            <translation>Die Datenadresse ist zu lang.</translation>
        </message>
        <message>
            <source>The disk of {path} is full</source>
            <translation>Der Datenträger von {path} ist voll</translation>
        </message>
        <message>
            <source>The disk of {path} reports a fault (input/output error)</source>
            <translation>Der Datenträger von {path} meldet einen Defekt (Ein-/Ausgabefehler)</translation>
        </message>
        <message>
            <source>The disk of {path} was removed</source>
            <translation>Der Datenträger von {path} wurde entfernt</translation>
        </message>
        <message>
            <source>The document</source>
            <translation>Das Dokument</translation>
        </message>
        <message>
            <source>The file address does not name a file.</source>
            <translation>Die Dateiadresse nennt keine Datei.</translation>
        </message>
        <message>
            <source>The file cannot be read any further.</source>
            <translation>Die Datei lässt sich nicht weiterlesen.</translation>
        </message>
        <message>
            <source>The file is gone from the server; the link may have expired.</source>
            <translation>Die Datei ist vom Server verschwunden; vielleicht ist der Link abgelaufen.</translation>
        </message>
        <message>
            <source>The file system or a limit of this account does not allow {path} to grow that large</source>
            <translation>Das Dateisystem oder eine Grenze dieses Kontos lässt {path} nicht so groß werden</translation>
        </message>
        <message>
            <source>The file {path} cannot be read.</source>
            <translation>Die Datei {path} ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The folder for incomplete files must be a whole path</source>
            <translation>Der Ordner für unfertige Dateien muss ein vollständiger Pfad sein</translation>
        </message>
        <message>
            <source>The folder of {path} is gone</source>
            <translation>Der Ordner von {path} ist verschwunden</translation>
        </message>
        <message>
            <source>The folder of “{name}” must be a whole path</source>
            <translation>Der Ordner von „{name}“ muss ein vollständiger Pfad sein</translation>
        </message>
        <message>
            <source>The header {name} cannot be sent: its name or value is not valid.</source>
            <translation>Die Kopfzeile {name} kann nicht gesendet werden: ihr Name oder ihr Wert ist nicht gültig.</translation>
        </message>
        <message>
            <source>The job has no source number {source_id}</source>
            <translation>Der Download hat keine Quelle mit der Nummer {source_id}</translation>
        </message>
        <message>
            <source>The job {job_id} in the list could not be read: {reason}</source>
            <translation>Der Download {job_id} in der Liste war nicht lesbar: {reason}</translation>
        </message>
        <message>
            <source>The journal {path} was damaged ({reason}) and was set aside as {name}; unfinished downloads begin again.</source>
            <translation>Das Journal {path} war beschädigt ({reason}) und wurde als {name} beiseitegelegt; unfertige Downloads beginnen von vorn.</translation>
        </message>
        <message>
            <source>The key of {host} is not among the known hosts.</source>
            <translation>Der Schlüssel von {host} ist nicht unter denen der bekannten Server.</translation>
        </message>
        <message>
            <source>The key of {host} is not the one among the known hosts: it changed, or somebody stands in between.</source>
            <translation>Der Schlüssel von {host} ist ein anderer als der bekannte: Er wurde geändert, oder jemand steht dazwischen.</translation>
        </message>
        <message>
            <source>The keyring has no password for {host}.</source>
            <translation>Der Schlüsselbund hat kein Passwort für {host}.</translation>
        </message>
        <message>
            <source>The list of jobs in {path} cannot be used: {reason}</source>
            <translation>Die Liste der Downloads in {path} ist nicht benutzbar: {reason}</translation>
        </message>
        <message>
            <source>The list of jobs in {path} is closed</source>
            <translation>Die Liste der Downloads in {path} ist geschlossen</translation>
        </message>
        <message>
            <source>The list of jobs in {path} was made by a newer version of Headwater</source>
            <translation>Die Liste der Downloads in {path} stammt von einer neueren Version von Headwater</translation>
        </message>
        <message>
            <source>The list of jobs was damaged ({reason}); a new one was begun, the old one is {aside}.</source>
            <translation>Die Liste der Downloads war beschädigt ({reason}); eine neue wurde begonnen, die alte ist {aside}.</translation>
        </message>
        <message>
            <source>The most suspect bytes are fetched again from other sources.</source>
            <translation>Die verdächtigsten Bytes werden von anderen Quellen noch einmal geholt.</translation>
        </message>
        <message>
            <source>The name of {path} is too long for this file system</source>
            <translation>Der Name von {path} ist zu lang für dieses Dateisystem</translation>
        </message>
        <message>
            <source>The name {host} cannot be found.</source>
            <translation>Der Name {host} ist nicht zu finden.</translation>
        </message>
        <message>
            <source>The network share of {path} went away</source>
            <translation>Die Netzwerkfreigabe von {path} ist verschwunden</translation>
        </message>
        <message>
            <source>The number {number} is taken by another job</source>
            <translation>Die Nummer {number} gehört schon einem anderen Download</translation>
        </message>
        <message>
            <source>The only hash known ({names}) cannot be computed here; nothing was proven.</source>
            <translation>Die einzige bekannte Prüfsumme ({names}) kann hier nicht berechnet werden; nichts ist bewiesen.</translation>
        </message>
        <message>
            <source>The password file {path} cannot be read.</source>
            <translation>Die Passwortdatei {path} ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The password kept for {host} is not sent over plain {scheme}, where others could read it; "headwater-cli login {place}" allows it.</source>
            <translation>Das für {host} verwahrte Passwort wird nicht über unverschlüsseltes {scheme} gesendet, wo andere es lesen könnten; "headwater-cli login {place}" erlaubt es.</translation>
        </message>
        <message>
            <source>The profile folder {folder} cannot be made: {reason}</source>
            <translation>Der Profilordner {folder} lässt sich nicht anlegen: {reason}</translation>
        </message>
        <message>
            <source>The proxy cannot be reached, or cannot reach {host}.</source>
            <translation>Der Proxy ist nicht erreichbar oder erreicht {host} nicht.</translation>
        </message>
        <message>
            <source>The proxy on the way to {host} cannot be reached.</source>
            <translation>Der Proxy auf dem Weg zu {host} ist nicht erreichbar.</translation>
        </message>
        <message>
            <source>The proxy on the way to {host} speaks no HTTP.</source>
            <translation>Der Proxy auf dem Weg zu {host} spricht kein HTTP.</translation>
        </message>
        <message>
            <source>The proxy refuses to connect to {host} ({status}).</source>
            <translation>Der Proxy weigert sich, mit {host} zu verbinden ({status}).</translation>
        </message>
        <message>
            <source>The proxy wants a user name and password.</source>
            <translation>Der Proxy will Benutzernamen und Passwort.</translation>
        </message>
        <message>
            <source>The ranking list</source>
            <translation>Die Rangliste</translation>
        </message>
        <message>
            <source>The ranking list {place} cannot be had: {reason:clause}.</source>
            <translation>Die Rangliste {place} ist nicht zu bekommen: {reason:clause}.</translation>
        </message>
        <message>
            <source>The scan found nothing.</source>
            <translation>Die Prüfung fand nichts.</translation>
        </message>
        <message>
            <source>The scan found something.</source>
            <translation>Die Prüfung fand etwas.</translation>
        </message>
        <message>
            <source>The scan found something: {told}</source>
            <translation>Die Prüfung fand etwas: {told}</translation>
        </message>
        <message>
            <source>The server answered with a part of the file without saying which.</source>
            <translation>Der Server antwortete mit einem Teil der Datei, ohne zu sagen, mit welchem.</translation>
        </message>
        <message>
            <source>The server answered with a status that brings no file.</source>
            <translation>Der Server antwortete mit einem Status, der keine Datei bringt.</translation>
        </message>
        <message>
            <source>The server asks for patience.</source>
            <translation>Der Server bittet um Geduld.</translation>
        </message>
        <message>
            <source>The server asks to come again later.</source>
            <translation>Der Server bittet, später wiederzukommen.</translation>
        </message>
        <message>
            <source>The server broke off after {count} of {size} bytes.</source>
            <translation>Der Server brach nach {count} von {size} Bytes ab.</translation>
        </message>
        <message>
            <source>The server broke off before the next part began.</source>
            <translation>Der Server brach ab, bevor der nächste Teil begann.</translation>
        </message>
        <message>
            <source>The server broke off {left} bytes before the end of a part.</source>
            <translation>Der Server brach {left} Bytes vor dem Ende eines Teils ab.</translation>
        </message>
        <message>
            <source>The server cannot do what was asked.</source>
            <translation>Der Server kann nicht, was verlangt wurde.</translation>
        </message>
        <message>
            <source>The server compresses in a way that is not known: {coding}.</source>
            <translation>Der Server komprimiert auf eine unbekannte Weise: {coding}.</translation>
        </message>
        <message>
            <source>The server did not answer within {seconds:.0f} seconds.</source>
            <translation>Der Server antwortete nicht innerhalb von {seconds:.0f} Sekunden.</translation>
        </message>
        <message>
            <source>The server does not have the file (550).</source>
            <translation>Der Server hat die Datei nicht (550).</translation>
        </message>
        <message>
            <source>The server does not have the file.</source>
            <translation>Der Server hat die Datei nicht.</translation>
        </message>
        <message>
            <source>The server does not hold the bytes asked for (416).</source>
            <translation>Der Server hat die verlangten Bytes nicht (416).</translation>
        </message>
        <message>
            <source>The server does not speak HTTP/1.1.</source>
            <translation>Der Server spricht kein HTTP/1.1.</translation>
        </message>
        <message>
            <source>The server does not understand the request.</source>
            <translation>Der Server versteht die Anfrage nicht.</translation>
        </message>
        <message>
            <source>The server forbids access; the link may have expired.</source>
            <translation>Der Server verbietet den Zugriff; vielleicht ist der Link abgelaufen.</translation>
        </message>
        <message>
            <source>The server gave up waiting for the request.</source>
            <translation>Der Server hat es aufgegeben, auf die Anfrage zu warten.</translation>
        </message>
        <message>
            <source>The server has had too many requests and asks for patience.</source>
            <translation>Der Server hatte zu viele Anfragen und bittet um Geduld.</translation>
        </message>
        <message>
            <source>The server has used up its traffic.</source>
            <translation>Der Server hat sein Datenvolumen verbraucht.</translation>
        </message>
        <message>
            <source>The server holds only {size_bytes} bytes.</source>
            <translation>Der Server hat nur {size_bytes} Bytes.</translation>
        </message>
        <message>
            <source>The server holds only {size} bytes (416).</source>
            <translation>Der Server hat nur {size} Bytes (416).</translation>
        </message>
        <message>
            <source>The server is overloaded or being looked after.</source>
            <translation>Der Server ist überlastet oder wird gewartet.</translation>
        </message>
        <message>
            <source>The server left out {count} of the bytes it was asked for.</source>
            <translation>Der Server ließ {count} der Bytes aus, die von ihm verlangt wurden.</translation>
        </message>
        <message>
            <source>The server may not give out the file for legal reasons.</source>
            <translation>Der Server darf die Datei aus rechtlichen Gründen nicht herausgeben.</translation>
        </message>
        <message>
            <source>The server met an error of its own.</source>
            <translation>Der Server hatte selbst einen Fehler.</translation>
        </message>
        <message>
            <source>The server met an error.</source>
            <translation>Beim Server trat ein Fehler auf.</translation>
        </message>
        <message>
            <source>The server points elsewhere in a way that leads to no file.</source>
            <translation>Der Server verweist woandershin, auf eine Weise, die zu keiner Datei führt.</translation>
        </message>
        <message>
            <source>The server points elsewhere without saying where.</source>
            <translation>Der Server verweist woandershin, ohne zu sagen, wohin.</translation>
        </message>
        <message>
            <source>The server points to a {scheme} address, which is not followed.</source>
            <translation>Der Server verweist auf eine Adresse der Art {scheme}, der nicht gefolgt wird.</translation>
        </message>
        <message>
            <source>The server points to an address that is not valid.</source>
            <translation>Der Server verweist auf eine Adresse, die nicht gültig ist.</translation>
        </message>
        <message>
            <source>The server promised {length} bytes for a range of {size}.</source>
            <translation>Der Server versprach {length} Bytes für einen Bereich von {size}.</translation>
        </message>
        <message>
            <source>The server refuses the request.</source>
            <translation>Der Server lehnt die Anfrage ab.</translation>
        </message>
        <message>
            <source>The server says that the file is empty; that is believed when no other source has more.</source>
            <translation>Der Server sagt, die Datei sei leer; das wird geglaubt, wenn keine andere Quelle mehr hat.</translation>
        </message>
        <message>
            <source>The server says that the request came over the wrong connection.</source>
            <translation>Der Server sagt, die Anfrage sei über die falsche Verbindung gekommen.</translation>
        </message>
        <message>
            <source>The server says there is no content.</source>
            <translation>Der Server sagt, es gebe keinen Inhalt.</translation>
        </message>
        <message>
            <source>The server sends ranges of a compressed form of the file.</source>
            <translation>Der Server sendet Bereiche einer komprimierten Form der Datei.</translation>
        </message>
        <message>
            <source>The server sends the file in a transfer coding that is not known.</source>
            <translation>Der Server sendet die Datei in einer unbekannten Übertragungskodierung.</translation>
        </message>
        <message>
            <source>The server sent a range that was not asked for.</source>
            <translation>Der Server sendete einen Bereich, der nicht verlangt war.</translation>
        </message>
        <message>
            <source>The server sent a web page in the place of the file.</source>
            <translation>Der Server sendete eine Webseite anstelle der Datei.</translation>
        </message>
        <message>
            <source>The server sent more bytes than it promised.</source>
            <translation>Der Server hat mehr Bytes gesendet, als er versprochen hat.</translation>
        </message>
        <message>
            <source>The server sent the range {sent} where {asked} was asked for.</source>
            <translation>Der Server sendete den Bereich {sent}, wo {asked} verlangt war.</translation>
        </message>
        <message>
            <source>The server sent words in the place of the file.</source>
            <translation>Der Server sendete Worte anstelle der Datei.</translation>
        </message>
        <message>
            <source>The server wants a kind of login that is not supported: {offered} (401).</source>
            <translation>Der Server verlangt eine Art der Anmeldung, die nicht unterstützt wird: {offered} (401).</translation>
        </message>
        <message>
            <source>The server wants a user name and password, or a fresh link.</source>
            <translation>Der Server will Benutzernamen und Passwort oder einen frischen Link.</translation>
        </message>
        <message>
            <source>The server wants to be paid.</source>
            <translation>Der Server will bezahlt werden.</translation>
        </message>
        <message>
            <source>The server's file has {size_bytes} bytes, not {wanted}: it is another file.</source>
            <translation>Die Datei des Servers hat {size_bytes} Bytes statt {wanted}: es ist eine andere Datei.</translation>
        </message>
        <message>
            <source>The server's multipart answer makes no sense: {reason}.</source>
            <translation>Die mehrteilige Antwort des Servers ergibt keinen Sinn: {reason}.</translation>
        </message>
        <message>
            <source>The server's own source does not answer.</source>
            <translation>Die Quelle hinter dem Server antwortet nicht.</translation>
        </message>
        <message>
            <source>The server's own source takes too long.</source>
            <translation>Die Quelle hinter dem Server braucht zu lange.</translation>
        </message>
        <message>
            <source>The server's redirects are more than {most}.</source>
            <translation>Der Server leitet mehr als {most} Mal weiter.</translation>
        </message>
        <message>
            <source>The server's redirects go round in a circle.</source>
            <translation>Die Weiterleitungen des Servers gehen im Kreis.</translation>
        </message>
        <message>
            <source>The settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>The settings could not be used, because {reason}; the defaults are in force, the old file is {aside}.</source>
            <translation>Die Einstellungen waren nicht benutzbar: {reason}; es gelten die Vorgaben, die alte Datei ist {aside}.</translation>
        </message>
        <message>
            <source>The settings in {path} cannot be read: {reason}</source>
            <translation>Die Einstellungen in {path} sind nicht lesbar: {reason}</translation>
        </message>
        <message>
            <source>The settings in {path} cannot be used ({reason}) nor moved away: {trouble}</source>
            <translation>Die Einstellungen in {path} sind nicht benutzbar ({reason}) und lassen sich nicht beiseitelegen: {trouble}</translation>
        </message>
        <message>
            <source>The signature could not be checked: you do not have the key {key}.</source>
            <translation>Die Signatur konnte nicht geprüft werden: Sie haben den Schlüssel {key} nicht.</translation>
        </message>
        <message>
            <source>The signature of {signer} is bad: the key was revoked.</source>
            <translation>Die Signatur von {signer} ist schlecht: der Schlüssel wurde widerrufen.</translation>
        </message>
        <message>
            <source>The signature of {signer} is bad: what was signed is not what is here.</source>
            <translation>Die Signatur von {signer} ist schlecht: was signiert wurde, ist nicht das, was hier ist.</translation>
        </message>
        <message>
            <source>The signature was not checked: GnuPG cannot read it.</source>
            <translation>Die Signatur wurde nicht geprüft: GnuPG kann sie nicht lesen.</translation>
        </message>
        <message>
            <source>The signature was not checked: GnuPG is not installed.</source>
            <translation>Die Signatur wurde nicht geprüft: GnuPG ist nicht installiert.</translation>
        </message>
        <message>
            <source>The signature was not checked: GnuPG took too long.</source>
            <translation>Die Signatur wurde nicht geprüft: GnuPG brauchte zu lange.</translation>
        </message>
        <message>
            <source>The source cannot send parts of the file, so a partial one cannot go on</source>
            <translation>Die Quelle kann keine Teile der Datei senden, also lässt sich eine Teildatei nicht fortsetzen</translation>
        </message>
        <message>
            <source>The stream server cannot listen: {reason}.</source>
            <translation>Der Stream-Server kann nicht lauschen: {reason}.</translation>
        </message>
        <message>
            <source>The system does not permit writing {path}</source>
            <translation>Das System erlaubt nicht, {path} zu schreiben</translation>
        </message>
        <message>
            <source>The system's keyring does not answer.</source>
            <translation>Der Schlüsselbund des Systems antwortet nicht.</translation>
        </message>
        <message>
            <source>The system's keyring failed ({reason}).</source>
            <translation>Der Schlüsselbund des Systems versagte ({reason}).</translation>
        </message>
        <message>
            <source>The system's keyring is locked.</source>
            <translation>Der Schlüsselbund des Systems ist gesperrt.</translation>
        </message>
        <message>
            <source>There are two categories called “{name}”</source>
            <translation>Es gibt zwei Kategorien namens „{name}“</translation>
        </message>
        <message>
            <source>There are two queues called “{name}”</source>
            <translation>Es gibt zwei Warteschlangen namens „{name}“</translation>
        </message>
        <message>
            <source>There is a file called {target} already</source>
            <translation>Es gibt schon eine Datei namens {target}</translation>
        </message>
        <message>
            <source>There is no TLS version called {min_tls}; known are TLSv1.2 and TLSv1.3.</source>
            <translation>Es gibt keine TLS-Version namens {min_tls}; bekannt sind TLSv1.2 und TLSv1.3.</translation>
        </message>
        <message>
            <source>There is no job {job_id}</source>
            <translation>Es gibt keinen Download {job_id}</translation>
        </message>
        <message>
            <source>There is no job {job}</source>
            <translation>Es gibt keinen Download {job}</translation>
        </message>
        <message>
            <source>There is no page yet that tells of Headwater's releases</source>
            <translation>Es gibt noch keine Seite, die von Headwaters Veröffentlichungen berichtet</translation>
        </message>
        <message>
            <source>There is no permission to write into {place}.</source>
            <translation>Es fehlt die Berechtigung, in {place} zu schreiben.</translation>
        </message>
        <message>
            <source>There is no permission to write {path}</source>
            <translation>Es fehlt die Berechtigung, {path} zu schreiben</translation>
        </message>
        <message>
            <source>There is no program called {program}</source>
            <translation>Es gibt kein Programm namens {program}</translation>
        </message>
        <message>
            <source>There is no queue called “{queue}”</source>
            <translation>Es gibt keine Warteschlange namens „{queue}“</translation>
        </message>
        <message>
            <source>There is no source to ask.</source>
            <translation>Es gibt keine Quelle, die gefragt werden könnte.</translation>
        </message>
        <message>
            <source>There is no way to {host} now.</source>
            <translation>Zurzeit führt kein Weg zu {host}.</translation>
        </message>
        <message>
            <source>There is not enough room in {folder} for a copy of {name}</source>
            <translation>In {folder} ist nicht genug Platz für eine Kopie von {name}</translation>
        </message>
        <message>
            <source>There is nothing in this member that could be shown or saved.</source>
            <translation>In diesem Eintrag ist nichts, was gezeigt oder gespeichert werden könnte.</translation>
        </message>
        <message>
            <source>There is nothing of {name} to verify</source>
            <translation>Von {name} ist nichts da, was geprüft werden könnte</translation>
        </message>
        <message>
            <source>This archive cannot be read further ({reason}).</source>
            <translation>Dieses Archiv lässt sich nicht weiterlesen ({reason}).</translation>
        </message>
        <message>
            <source>This archive unpacks to so much that it is not listed further.</source>
            <translation>Dieses Archiv entpackt sich zu so viel, dass es nicht weiter aufgelistet wird.</translation>
        </message>
        <message>
            <source>This archive's headers claim more than any honest archive's.</source>
            <translation>Die Kopfdaten dieses Archivs behaupten mehr als die jedes ehrlichen Archivs.</translation>
        </message>
        <message>
            <source>This archive's headers lead back to where they began.</source>
            <translation>Die Kopfdaten dieses Archivs führen dorthin zurück, wo sie begannen.</translation>
        </message>
        <message>
            <source>This computer has no keyring that Headwater can use. Passwords of servers can stand in a password file (netrc) instead.</source>
            <translation>Auf diesem Rechner gibt es keinen Schlüsselbund, den Headwater nutzen kann. Passwörter von Servern können stattdessen in einer Passwortdatei (netrc) stehen.</translation>
        </message>
        <message>
            <source>This computer has no network; the download goes on when there is one again.</source>
            <translation>Dieser Computer hat kein Netz; der Download geht weiter, sobald es wieder eines gibt.</translation>
        </message>
        <message>
            <source>This computer has too many files and connections open.</source>
            <translation>Dieser Computer hat zu viele Dateien und Verbindungen offen.</translation>
        </message>
        <message>
            <source>This computer has too many files open to open {path}</source>
            <translation>Dieser Computer hat zu viele Dateien offen, um {path} zu öffnen</translation>
        </message>
        <message>
            <source>This member is locked with a password.</source>
            <translation>Dieser Eintrag ist mit einem Passwort verschlossen.</translation>
        </message>
        <message>
            <source>This member unpacks to a thousand times its size: it is not saved.</source>
            <translation>Dieser Eintrag entpackt sich auf das Tausendfache: er wird nicht gespeichert.</translation>
        </message>
        <message>
            <source>This program has too many files open to open {path}</source>
            <translation>Dieses Programm hat zu viele Dateien offen, um {path} zu öffnen</translation>
        </message>
        <message>
            <source>This stream was aborted</source>
            <translation>Dieser Strom wurde abgebrochen</translation>
        </message>
        <message>
            <source>Took over {size} that {host} would have brought late.</source>
            <translation>Hat {size} übernommen, die {host} zu spät gebracht hätte.</translation>
        </message>
        <message>
            <source>Waiting: {host} is asked again at {time}. {reason}</source>
            <translation>Wartet: {host} wird um {time} wieder gefragt. {reason}</translation>
        </message>
        <message>
            <source>Weight cost</source>
            <translation>Gewicht der Kosten</translation>
        </message>
        <message>
            <source>Weight distance</source>
            <translation>Gewicht der Entfernung</translation>
        </message>
        <message>
            <source>Weight external</source>
            <translation>Gewicht von außen</translation>
        </message>
        <message>
            <source>Weight hops</source>
            <translation>Gewicht der Netzsprünge</translation>
        </message>
        <message>
            <source>Weight latency</source>
            <translation>Gewicht der Latenz</translation>
        </message>
        <message>
            <source>Weight throughput</source>
            <translation>Gewicht des Durchsatzes</translation>
        </message>
        <message>
            <source>What the journal knew of {path} was damaged; it is downloaded again.</source>
            <translation>Was das Journal über {path} wusste, war beschädigt; die Datei wird noch einmal heruntergeladen.</translation>
        </message>
        <message>
            <source>Write a proxy with its port: proxy://example.org:8080</source>
            <translation>Schreiben Sie einen Proxy mit seinem Port: proxy://example.org:8080</translation>
        </message>
        <message>
            <source>Write the proxy as http://name@host:port; its password is kept apart, in the system's keyring.</source>
            <translation>Schreiben Sie den Proxy als http://name@host:port; sein Passwort wird getrennt aufbewahrt, im Schlüsselbund des Systems.</translation>
        </message>
        <message>
            <source>Your disk quota for {path} is used up</source>
            <translation>Ihr Speicherkontingent für {path} ist aufgebraucht</translation>
        </message>
        <message>
            <source>[{inside}] counts to nowhere; the first must not be greater than the last</source>
            <translation>[{inside}] zählt ins Leere; der erste Wert darf nicht größer sein als der letzte</translation>
        </message>
        <message>
            <source>[{inside}] is no range; write [01-20], [0-100:10] or [a-e]</source>
            <translation>[{inside}] ist kein Bereich; schreiben Sie [01-20], [0-100:10] oder [a-e]</translation>
        </message>
        <message>
            <source>[{inside}] mixes what cannot be counted through</source>
            <translation>[{inside}] mischt, was sich nicht durchzählen lässt</translation>
        </message>
        <message>
            <source>[{inside}] stands for more than {most:,} URLs</source>
            <translation>[{inside}] steht für mehr als {most:,} URLs</translation>
        </message>
        <message>
            <source>a Metalink of {size} bytes is refused; the most that is read is {most}</source>
            <translation>ein Metalink von {size} Bytes wird abgelehnt; höchstens {most} werden gelesen</translation>
        </message>
        <message>
            <source>a checksum file of {size} bytes is refused; the most that is read is {most}</source>
            <translation>eine Prüfsummendatei von {size} Bytes wird abgelehnt; höchstens {most} werden gelesen</translation>
        </message>
        <message>
            <source>a file of the torrent</source>
            <translation>eine Datei des Torrents</translation>
        </message>
        <message>
            <source>a former source</source>
            <translation>eine frühere Quelle</translation>
        </message>
        <message>
            <source>a group of values</source>
            <translation>eine Gruppe von Werten</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>eine Liste</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>eine Zahl</translation>
        </message>
        <message>
            <source>a part does not end with a line break</source>
            <translation>ein Teil endet nicht mit einem Zeilenumbruch</translation>
        </message>
        <message>
            <source>a part does not say which bytes it holds</source>
            <translation>ein Teil sagt nicht, welche Bytes er enthält</translation>
        </message>
        <message>
            <source>a part is longer than it says</source>
            <translation>ein Teil ist länger, als er sagt</translation>
        </message>
        <message>
            <source>a part is longer than it says, or its boundary is wrong</source>
            <translation>ein Teil ist länger, als er sagt, oder seine Grenze ist falsch</translation>
        </message>
        <message>
            <source>a part's headers do not end</source>
            <translation>die Kopfzeilen eines Teils enden nicht</translation>
        </message>
        <message>
            <source>a request took longer than {seconds:g} s</source>
            <translation>eine Anfrage dauerte länger als {seconds:g} s</translation>
        </message>
        <message>
            <source>a signature could not be checked: {reason}</source>
            <translation>eine Signatur konnte nicht geprüft werden: {reason}</translation>
        </message>
        <message>
            <source>a size</source>
            <translation>eine Größe</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>a torrent of {size} bytes is refused; the most that is read is {most}</source>
            <translation>ein Torrent von {size} Bytes wird abgelehnt; höchstens {most} werden gelesen</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <source>active</source>
            <translation>aktiv</translation>
        </message>
        <message>
            <source>all of {count} samples are right</source>
            <translation>alle {count} Stichproben sind richtig</translation>
        </message>
        <message>
            <source>all {count:,} blocks</source>
            <translation>alle {count:,} Blöcke</translation>
        </message>
        <message>
            <source>an element of the Metalink holds more than {most} characters</source>
            <translation>ein Element des Metalinks enthält mehr als {most} Zeichen</translation>
        </message>
        <message>
            <source>aria2's control file contradicts itself</source>
            <translation>die Steuerdatei von aria2 widerspricht sich</translation>
        </message>
        <message>
            <source>aria2's control file is cut short</source>
            <translation>die Steuerdatei von aria2 ist abgeschnitten</translation>
        </message>
        <message>
            <source>as you gave it</source>
            <translation>wie Sie sie angegeben haben</translation>
        </message>
        <message>
            <source>asking a source that failed for a little, to see whether it is back</source>
            <translation>eine gescheiterte Quelle wird um ein wenig gebeten, um zu sehen, ob sie wieder da ist</translation>
        </message>
        <message>
            <source>attempts</source>
            <translation>Versuche</translation>
        </message>
        <message>
            <source>bad blocks after which a source is set aside</source>
            <translation>schlechte Blöcke, nach denen eine Quelle beiseitegelegt wird</translation>
        </message>
        <message>
            <source>blocks</source>
            <translation>Blöcke</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>bytes of {target} are still missing</source>
            <translation>Bytes von {target} fehlen noch</translation>
        </message>
        <message>
            <source>bytes {span} came for a file of {size_bytes} bytes</source>
            <translation>Bytes {span} kamen für eine Datei von {size_bytes} Bytes</translation>
        </message>
        <message>
            <source>came with the bytes, so it finds accidents, and nothing that the server means to do</source>
            <translation>kam mit den Bytes, findet also Unfälle, aber nichts, was der Server mit Absicht tut</translation>
        </message>
        <message>
            <source>cannot be read at byte {at}</source>
            <translation>ist bei Byte {at} nicht lesbar</translation>
        </message>
        <message>
            <source>channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>checksum file {name}</source>
            <translation>der Prüfsummendatei {name}</translation>
        </message>
        <message>
            <source>checksum file {name} of {host}</source>
            <translation>der Prüfsummendatei {name} von {host}</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>computed from the bytes that it serves now, so equal bytes are all that can be said</source>
            <translation>berechnet aus den Bytes, die er jetzt ausliefert; mehr als gleiche Bytes lässt sich daraus nicht schließen</translation>
        </message>
        <message>
            <source>computed here as the bytes came, so it shows what has changed since then, and proves nothing else</source>
            <translation>hier berechnet, als die Bytes kamen; sie zeigt also, was sich seitdem geändert hat, und beweist sonst nichts</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>Kosten</translation>
        </message>
        <message>
            <source>countdown_s must lie between 0 and {most:g} s</source>
            <translation>countdown_s muss zwischen 0 und {most:g} s liegen</translation>
        </message>
        <message>
            <source>country of {pattern} must be two letters, like DE</source>
            <translation>das Land von {pattern} muss aus zwei Buchstaben bestehen, wie DE</translation>
        </message>
        <message>
            <source>covered by a signature</source>
            <translation>von einer Signatur gedeckt</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>ausgeschaltet</translation>
        </message>
        <message>
            <source>disagreement</source>
            <translation>Widerspruch</translation>
        </message>
        <message>
            <source>distance</source>
            <translation>Entfernung</translation>
        </message>
        <message>
            <source>eD2k links are not supported, because Headwater does not take part in file-sharing networks.</source>
            <translation>eD2k-Links werden nicht unterstützt, weil Headwater nicht an Tauschbörsen teilnimmt.</translation>
        </message>
        <message>
            <source>each is proven as it comes</source>
            <translation>jedes wird bewiesen, sobald es kommt</translation>
        </message>
        <message>
            <source>ends too early</source>
            <translation>endet zu früh</translation>
        </message>
        <message>
            <source>failures in a row after which a source no longer keeps a job alive</source>
            <translation>Fehlschläge in Folge, nach denen eine Quelle einen Download nicht mehr am Leben hält</translation>
        </message>
        <message>
            <source>files with the same digest can be made on purpose</source>
            <translation>Dateien mit derselben Prüfsumme lassen sich absichtlich herstellen</translation>
        </message>
        <message>
            <source>from a document that describes the file: worth as much as the place that it came from</source>
            <translation>aus einem Dokument, das die Datei beschreibt: so viel wert wie der Ort, von dem es kam</translation>
        </message>
        <message>
            <source>from a file beside the download: worth as much as the server it lies on</source>
            <translation>aus einer Datei neben dem Download: so viel wert wie der Server, auf dem sie liegt</translation>
        </message>
        <message>
            <source>from {origin}</source>
            <translation>aus {origin}</translation>
        </message>
        <message>
            <source>given by you</source>
            <translation>von Ihnen angegeben</translation>
        </message>
        <message>
            <source>goes on after its end</source>
            <translation>geht nach ihrem Ende weiter</translation>
        </message>
        <message>
            <source>has a key that is no string</source>
            <translation>hat einen Schlüssel, der keine Zeichenkette ist</translation>
        </message>
        <message>
            <source>has a key without a value</source>
            <translation>hat einen Schlüssel ohne Wert</translation>
        </message>
        <message>
            <source>has the same key twice</source>
            <translation>hat denselben Schlüssel zweimal</translation>
        </message>
        <message>
            <source>hash tree</source>
            <translation>Prüfsummenbaum</translation>
        </message>
        <message>
            <source>hedge</source>
            <translation>Absicherung</translation>
        </message>
        <message>
            <source>holds a malformed number at byte {start}</source>
            <translation>enthält bei Byte {start} eine falsch gebildete Zahl</translation>
        </message>
        <message>
            <source>holds a negative zero</source>
            <translation>enthält eine negative Null</translation>
        </message>
        <message>
            <source>holds a number too large to be meant</source>
            <translation>enthält eine Zahl, die zu groß ist, um ernst gemeint zu sein</translation>
        </message>
        <message>
            <source>holds more than {most} values</source>
            <translation>enthält mehr als {most} Werte</translation>
        </message>
        <message>
            <source>hops</source>
            <translation>Netzsprünge</translation>
        </message>
        <message>
            <source>hosts[{number}] has “{name}”, which is none of {known}</source>
            <translation>hosts[{number}] hat „{name}“, was keines von diesen ist: {known}</translation>
        </message>
        <message>
            <source>how far ahead of the frontier a channel may be given bytes</source>
            <translation>wie weit vor der Front ein Kanal Bytes bekommen darf</translation>
        </message>
        <message>
            <source>how readily bytes are asked for twice when the end or a reader waits (0 never)</source>
            <translation>wie bereitwillig Bytes doppelt verlangt werden, wenn das Ende oder ein Leser wartet (0: nie)</translation>
        </message>
        <message>
            <source>how soon a late channel's rest is given to another (0 never, 1 at once)</source>
            <translation>wie früh der Rest eines späten Kanals an einen anderen geht (0: nie, 1: sofort)</translation>
        </message>
        <message>
            <source>idle</source>
            <translation>müßig</translation>
        </message>
        <message>
            <source>in reserve: it brought as much as you want to pay for</source>
            <translation>in Reserve: sie hat so viel gebracht, wie Sie bezahlen wollen</translation>
        </message>
        <message>
            <source>in reserve: it costs, and others are free</source>
            <translation>in Reserve: sie kostet, und andere sind frei</translation>
        </message>
        <message>
            <source>in reserve: its score is below the least wanted</source>
            <translation>in Reserve: ihre Wertung liegt unter der geringsten gewünschten</translation>
        </message>
        <message>
            <source>in reserve: {count} that rank better are in use</source>
            <translation>in Reserve: {count} besser eingestufte sind in Benutzung</translation>
        </message>
        <message>
            <source>is nested more than {most} deep</source>
            <translation>ist mehr als {most}-fach verschachtelt</translation>
        </message>
        <message>
            <source>it answers with a web page instead of the file</source>
            <translation>sie antwortet mit einer Webseite statt der Datei</translation>
        </message>
        <message>
            <source>it cannot be computed here</source>
            <translation>sie kann hier nicht berechnet werden</translation>
        </message>
        <message>
            <source>it cannot be read: {reason}</source>
            <translation>sie ist nicht lesbar: {reason}</translation>
        </message>
        <message>
            <source>it contradicts {origin}, which is trusted more</source>
            <translation>sie widerspricht {origin}, dem mehr vertraut wird</translation>
        </message>
        <message numerus="yes">
            <source>it delivered {count} bad blocks</source>
            <translation>
                <numerusform>sie lieferte {count} schlechten Block</numerusform>
                <numerusform>sie lieferte {count} schlechte Blöcke</numerusform>
            </translation>
        </message>
        <message>
            <source>it differs from other sources, and what else it brought could not be compared</source>
            <translation>sie weicht von anderen Quellen ab, und was sie sonst brachte, konnte nicht verglichen werden</translation>
        </message>
        <message numerus="yes">
            <source>it differs from sources that rank better in {count} blocks</source>
            <translation>
                <numerusform>sie weicht in {count} Block von Quellen ab, die besser eingestuft sind</numerusform>
                <numerusform>sie weicht in {count} Blöcken von Quellen ab, die besser eingestuft sind</numerusform>
            </translation>
        </message>
        <message>
            <source>it does not describe this file</source>
            <translation>es beschreibt diese Datei nicht</translation>
        </message>
        <message>
            <source>it does not tell its file's size, so nothing shows that it is the same file</source>
            <translation>sie nennt die Größe ihrer Datei nicht, also zeigt nichts, dass es dieselbe Datei ist</translation>
        </message>
        <message>
            <source>it fell silent</source>
            <translation>sie verstummte</translation>
        </message>
        <message>
            <source>it finds accidents only</source>
            <translation>sie findet nur Unfälle</translation>
        </message>
        <message>
            <source>it first had a file of {claimed:,} bytes and now one of {size_bytes:,}</source>
            <translation>sie hatte erst eine Datei von {claimed:,} Bytes und jetzt eine von {size_bytes:,}</translation>
        </message>
        <message>
            <source>it is larger than {most:,} bytes</source>
            <translation>sie ist größer als {most:,} Bytes</translation>
        </message>
        <message>
            <source>it is nested too deeply</source>
            <translation>sie ist zu tief verschachtelt</translation>
        </message>
        <message>
            <source>it is not TOML ({reason})</source>
            <translation>sie ist kein TOML ({reason})</translation>
        </message>
        <message>
            <source>it is not text</source>
            <translation>sie ist kein Text</translation>
        </message>
        <message>
            <source>it is not text ({reason})</source>
            <translation>sie ist kein Text ({reason})</translation>
        </message>
        <message>
            <source>it is not text in UTF-8</source>
            <translation>sie ist kein Text in UTF-8</translation>
        </message>
        <message>
            <source>it is too large to hold settings</source>
            <translation>sie ist zu groß, um Einstellungen zu enthalten</translation>
        </message>
        <message>
            <source>it names no boundary</source>
            <translation>sie nennt keine Grenze</translation>
        </message>
        <message>
            <source>it sends different bytes for the same part of the file, and no mark tells them apart</source>
            <translation>sie sendet für denselben Teil der Datei verschiedene Bytes, und kein Kennzeichen unterscheidet sie</translation>
        </message>
        <message>
            <source>its boundary does not come</source>
            <translation>ihre Grenze kommt nicht</translation>
        </message>
        <message>
            <source>its boundary is wrong</source>
            <translation>ihre Grenze ist falsch</translation>
        </message>
        <message>
            <source>its boundary line does not end</source>
            <translation>ihre Grenzzeile endet nicht</translation>
        </message>
        <message>
            <source>its file has changed since the download began</source>
            <translation>ihre Datei hat sich geändert, seit der Download begann</translation>
        </message>
        <message>
            <source>its file has {claim:,} bytes, the others' {size_bytes:,}</source>
            <translation>ihre Datei hat {claim:,} Bytes, die der anderen {size_bytes:,}</translation>
        </message>
        <message>
            <source>its file has {size_bytes:,} bytes, the one begun here {begun:,}</source>
            <translation>ihre Datei hat {size_bytes:,} Bytes, die hier begonnene {begun:,}</translation>
        </message>
        <message>
            <source>its parts disagree about the file's size</source>
            <translation>ihre Teile widersprechen sich über die Größe der Datei</translation>
        </message>
        <message>
            <source>largest span asked for in one request</source>
            <translation>größter Abschnitt, der auf einmal verlangt wird</translation>
        </message>
        <message>
            <source>late bytes are asked for twice</source>
            <translation>späte Bytes werden doppelt verlangt</translation>
        </message>
        <message>
            <source>latency</source>
            <translation>Latenz</translation>
        </message>
        <message>
            <source>learned</source>
            <translation>gelernt</translation>
        </message>
        <message>
            <source>length of the interval over which shares are balanced</source>
            <translation>Länge des Intervalls, über das Anteile ausgeglichen werden</translation>
        </message>
        <message>
            <source>length of {name}</source>
            <translation>die Länge von {name}</translation>
        </message>
        <message>
            <source>line {line} is not JSON ({reason})</source>
            <translation>Zeile {line} ist kein JSON ({reason})</translation>
        </message>
        <message>
            <source>list_every_s must lie between a minute and 30 days</source>
            <translation>list_every_s muss zwischen einer Minute und 30 Tagen liegen</translation>
        </message>
        <message>
            <source>locale</source>
            <translation>Sprache und Land des Systems</translation>
        </message>
        <message>
            <source>metered_cost_per_gb must lie between 0 and 1000000</source>
            <translation>metered_cost_per_gb muss zwischen 0 und 1000000 liegen</translation>
        </message>
        <message>
            <source>metered_rate_bytes_per_s must be more than 0</source>
            <translation>metered_rate_bytes_per_s muss mehr als 0 sein</translation>
        </message>
        <message>
            <source>min_span_bytes must not exceed max_span_bytes</source>
            <translation>min_span_bytes darf nicht größer sein als max_span_bytes</translation>
        </message>
        <message>
            <source>most connections of one job</source>
            <translation>höchste Zahl von Verbindungen eines Downloads</translation>
        </message>
        <message>
            <source>most connections to one host, over all its sources</source>
            <translation>höchste Zahl von Verbindungen zu einem Server, über alle seine Quellen</translation>
        </message>
        <message>
            <source>most connections to one source</source>
            <translation>höchste Zahl von Verbindungen zu einer Quelle</translation>
        </message>
        <message>
            <source>most sources used at once, those that rank best</source>
            <translation>höchste Zahl zugleich benutzter Quellen, die bestplatzierten</translation>
        </message>
        <message>
            <source>most_channels must lie between 1 and 4096</source>
            <translation>most_channels muss zwischen 1 und 4096 liegen</translation>
        </message>
        <message>
            <source>no copy of {name} could be fetched: {reason}</source>
            <translation>keine Kopie von {name} ließ sich holen: {reason}</translation>
        </message>
        <message>
            <source>no mirror of {name} is known; name one with --from</source>
            <translation>kein Spiegel von {name} ist bekannt; nennen Sie einen mit --from</translation>
        </message>
        <message>
            <source>no source can be asked</source>
            <translation>keine Quelle lässt sich fragen</translation>
        </message>
        <message>
            <source>no source of this job has been measured yet, so there is nothing to simulate</source>
            <translation>von diesem Download ist noch keine Quelle gemessen, also gibt es nichts zu simulieren</translation>
        </message>
        <message>
            <source>no way is known here</source>
            <translation>hier ist kein Weg dazu bekannt</translation>
        </message>
        <message>
            <source>none differed</source>
            <translation>keiner wich ab</translation>
        </message>
        <message>
            <source>nothing is known to check {name} against; name a checksum, a Metalink, a torrent, a checksum file or a mirror</source>
            <translation>es ist nichts bekannt, woran {name} geprüft werden könnte; nennen Sie eine Prüfsumme, ein Metalink, ein Torrent, eine Prüfsummendatei oder einen Spiegel</translation>
        </message>
        <message>
            <source>nothing of {name} has arrived yet</source>
            <translation>von {name} ist noch nichts angekommen</translation>
        </message>
        <message>
            <source>opening</source>
            <translation>öffnet</translation>
        </message>
        <message>
            <source>outside ranking</source>
            <translation>Bewertung von außen</translation>
        </message>
        <message>
            <source>pause after a source's first failure; doubles with each more</source>
            <translation>Pause nach dem ersten Fehlschlag einer Quelle; verdoppelt sich mit jedem weiteren</translation>
        </message>
        <message>
            <source>piece hashes from {origin} do not fit {algorithm}</source>
            <translation>Prüfsummen von Stücken aus {origin} passen nicht zu {algorithm}</translation>
        </message>
        <message>
            <source>piece length</source>
            <translation>die Stücklänge</translation>
        </message>
        <message>
            <source>pieces each interval's share is cut into, so that the frontier moves evenly</source>
            <translation>Stücke, in die der Anteil eines Intervalls geschnitten wird, damit die Front gleichmäßig wandert</translation>
        </message>
        <message>
            <source>probe</source>
            <translation>Probe</translation>
        </message>
        <message>
            <source>rate_bytes_per_s of a timetable entry must be more than 0, or null for no limit</source>
            <translation>rate_bytes_per_s eines Eintrags im Zeitplan muss mehr als 0 sein, oder null für keine Grenze</translation>
        </message>
        <message>
            <source>rate_limit_bytes_per_s must be more than 0, or null for no limit</source>
            <translation>rate_limit_bytes_per_s muss mehr als 0 sein, oder null für keine Grenze</translation>
        </message>
        <message>
            <source>receiving</source>
            <translation>empfängt</translation>
        </message>
        <message>
            <source>recovered</source>
            <translation>erholt</translation>
        </message>
        <message>
            <source>repair</source>
            <translation>Reparatur</translation>
        </message>
        <message>
            <source>resting</source>
            <translation>ruht</translation>
        </message>
        <message>
            <source>running_at_once must lie between 1 and {most}</source>
            <translation>running_at_once muss zwischen 1 und {most} liegen</translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>set aside</source>
            <translation>beiseitegelegt</translation>
        </message>
        <message>
            <source>signed {origin}</source>
            <translation>signiertem {origin}</translation>
        </message>
        <message>
            <source>slow_rate_bytes_per_s must be more than 0</source>
            <translation>slow_rate_bytes_per_s muss mehr als 0 sein</translation>
        </message>
        <message>
            <source>smallest span asked for in one request</source>
            <translation>kleinster Abschnitt, der auf einmal verlangt wird</translation>
        </message>
        <message>
            <source>sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>sources that score less are used only while no other can be (0 uses all)</source>
            <translation>Quellen mit geringerer Wertung werden nur benutzt, solange keine andere benutzt werden kann (0: alle)</translation>
        </message>
        <message>
            <source>standby</source>
            <translation>bereit</translation>
        </message>
        <message>
            <source>start_minute must lie between 0 and {last}, end_minute up to {end}</source>
            <translation>start_minute muss zwischen 0 und {last} liegen, end_minute bis {end}</translation>
        </message>
        <message>
            <source>strange</source>
            <translation>„seltsam“</translation>
        </message>
        <message>
            <source>taken over</source>
            <translation>abgelöst</translation>
        </message>
        <message>
            <source>the Metalink declares a document type or entities, which is refused as an attack</source>
            <translation>das Metalink erklärt einen Dokumenttyp oder Entitäten, was als Angriff abgelehnt wird</translation>
        </message>
        <message>
            <source>the Metalink describes more than {most} files</source>
            <translation>das Metalink beschreibt mehr als {most} Dateien</translation>
        </message>
        <message>
            <source>the Metalink gives two different lists of {algorithm} pieces of {name}</source>
            <translation>das Metalink nennt zwei verschiedene Listen von {algorithm}-Stücken von {name}</translation>
        </message>
        <message>
            <source>the Metalink gives two different {algorithm} hashes of {name}</source>
            <translation>das Metalink nennt zwei verschiedene {algorithm}-Prüfsummen von {name}</translation>
        </message>
        <message>
            <source>the Metalink gives {text} as a {algorithm} hash, which cannot be one</source>
            <translation>das Metalink nennt {text} als {algorithm}-Prüfsumme, was keine sein kann</translation>
        </message>
        <message>
            <source>the Metalink gives {text} as {what}, which cannot be</source>
            <translation>das Metalink nennt {text} als {what}, was nicht sein kann</translation>
        </message>
        <message>
            <source>the Metalink has more than {most} elements</source>
            <translation>das Metalink hat mehr als {most} Elemente</translation>
        </message>
        <message>
            <source>the Metalink holds a URL that is none: {url}</source>
            <translation>das Metalink enthält eine URL, die keine ist: {url}</translation>
        </message>
        <message>
            <source>the Metalink is nested too deeply to be honest</source>
            <translation>das Metalink ist zu tief verschachtelt, um ehrlich zu sein</translation>
        </message>
        <message>
            <source>the Metalink lists more than {most} URLs</source>
            <translation>das Metalink nennt mehr als {most} URLs</translation>
        </message>
        <message>
            <source>the Metalink lists more than {most} pieces</source>
            <translation>das Metalink nennt mehr als {most} Stücke</translation>
        </message>
        <message>
            <source>the Metalink lists {count} pieces of {piece_bytes} bytes for {name}, which has {size} bytes</source>
            <translation>das Metalink nennt {count} Stücke von {piece_bytes} Bytes für {name}, das {size} Bytes hat</translation>
        </message>
        <message>
            <source>the Metalink names a file {name}, which is no safe relative path</source>
            <translation>das Metalink nennt eine Datei {name}, was kein sicherer relativer Pfad ist</translation>
        </message>
        <message>
            <source>the Metalink numbers a piece {number} where piece {count} is due</source>
            <translation>das Metalink nummeriert ein Stück mit {number}, wo Stück {count} an der Reihe ist</translation>
        </message>
        <message>
            <source>the Metalink's text cannot be decoded: {reason}</source>
            <translation>der Text des Metalinks lässt sich nicht entschlüsseln: {reason}</translation>
        </message>
        <message>
            <source>the blocking face must not be used on the loop's own thread: it would wait for itself</source>
            <translation>die wartende Seite darf nicht im eigenen Thread der Schleife benutzt werden: sie würde auf sich selbst warten</translation>
        </message>
        <message>
            <source>the connection may not be used now</source>
            <translation>die Verbindung darf jetzt nicht benutzt werden</translation>
        </message>
        <message>
            <source>the copy at {hosts}</source>
            <translation>der Kopie bei {hosts}</translation>
        </message>
        <message>
            <source>the country must be two capital letters, like DE</source>
            <translation>das Land muss aus zwei Großbuchstaben bestehen, wie DE</translation>
        </message>
        <message>
            <source>the document describes no file; it is empty or not a Metalink</source>
            <translation>das Dokument beschreibt keine Datei; es ist leer oder kein Metalink</translation>
        </message>
        <message>
            <source>the document is XML, but not a Metalink</source>
            <translation>das Dokument ist XML, aber kein Metalink</translation>
        </message>
        <message>
            <source>the document is refused: {verdict:clause}</source>
            <translation>das Dokument wird abgelehnt: {verdict:clause}</translation>
        </message>
        <message>
            <source>the document names no server that holds {name}; add URLs to it</source>
            <translation>das Dokument nennt keinen Server, der {name} hat; fügen Sie URLs hinzu</translation>
        </message>
        <message>
            <source>the download stopped</source>
            <translation>der Download hielt an</translation>
        </message>
        <message>
            <source>the download was closed</source>
            <translation>der Download wurde geschlossen</translation>
        </message>
        <message>
            <source>the file has {size_bytes} bytes, but {announced} were announced</source>
            <translation>die Datei hat {size_bytes} Bytes, angekündigt waren aber {announced}</translation>
        </message>
        <message>
            <source>the file tree</source>
            <translation>der Dateibaum</translation>
        </message>
        <message>
            <source>the folder {folder} cannot be used: {reason}</source>
            <translation>der Ordner {folder} ist nicht benutzbar: {reason}</translation>
        </message>
        <message>
            <source>the hash function {name} is not known here; known are {known}</source>
            <translation>das Prüfverfahren {name} ist hier nicht bekannt; bekannt sind {known}</translation>
        </message>
        <message>
            <source>the journal {path} cannot be used: {reason}</source>
            <translation>das Journal {path} ist nicht benutzbar: {reason}</translation>
        </message>
        <message>
            <source>the journal {path} is closed</source>
            <translation>das Journal {path} ist geschlossen</translation>
        </message>
        <message>
            <source>the journal {path} was written by a newer Headwater; use that one, or another profile</source>
            <translation>das Journal {path} wurde von einem neueren Headwater geschrieben; benutzen Sie dieses oder ein anderes Profil</translation>
        </message>
        <message>
            <source>the length of a piece</source>
            <translation>die Länge eines Stücks</translation>
        </message>
        <message>
            <source>the list has version {version:.20}; {known} is understood</source>
            <translation>die Liste hat die Version {version:.20}; verstanden wird {known}</translation>
        </message>
        <message>
            <source>the list has {count:,} patterns; {most:,} are taken at most</source>
            <translation>die Liste hat {count:,} Muster; höchstens {most:,} werden genommen</translation>
        </message>
        <message>
            <source>the list is larger than {most:,} bytes</source>
            <translation>die Liste ist größer als {most:,} Bytes</translation>
        </message>
        <message>
            <source>the list is nested too deeply</source>
            <translation>die Liste ist zu tief verschachtelt</translation>
        </message>
        <message>
            <source>the list is not JSON: {reason} in line {line}</source>
            <translation>die Liste ist kein JSON: {reason} in Zeile {line}</translation>
        </message>
        <message>
            <source>the list is not text in UTF-8</source>
            <translation>die Liste ist kein Text in UTF-8</translation>
        </message>
        <message>
            <source>the list must look like {{"version": 1, "hosts": {{"mirror.example.org": 0.9}}}}</source>
            <translation>die Liste muss aussehen wie {{"version": 1, "hosts": {{"mirror.example.org": 0.9}}}}</translation>
        </message>
        <message>
            <source>the number of a piece</source>
            <translation>die Nummer eines Stücks</translation>
        </message>
        <message>
            <source>the part file belongs to a file of {known} bytes, but the file has {size_bytes} now</source>
            <translation>die Teildatei gehört zu einer Datei von {known} Bytes, doch die Datei hat jetzt {size_bytes}</translation>
        </message>
        <message>
            <source>the pattern stands for {count:,} URLs; the most at once are {most:,}</source>
            <translation>das Muster steht für {count:,} URLs; höchstens {most:,} gehen auf einmal</translation>
        </message>
        <message>
            <source>the piece layers</source>
            <translation>die Schichten der Stücke</translation>
        </message>
        <message>
            <source>the port of the control interface must lie between 0 and 65535</source>
            <translation>der Port der Steuerschnittstelle muss zwischen 0 und 65535 liegen</translation>
        </message>
        <message>
            <source>the proxy of the settings must not hold a password, because they are kept as plain text</source>
            <translation>der Proxy der Einstellungen darf kein Passwort enthalten, weil sie als Klartext gespeichert werden</translation>
        </message>
        <message>
            <source>the reader ended the stream</source>
            <translation>der Leser hat den Strom beendet</translation>
        </message>
        <message>
            <source>the score of “{pattern:.60}” must be a number from 0 to 1, not {score:.20}</source>
            <translation>die Wertung von „{pattern:.60}“ muss eine Zahl von 0 bis 1 sein, nicht {score:.20}</translation>
        </message>
        <message>
            <source>the server</source>
            <translation>der Server</translation>
        </message>
        <message>
            <source>the simulation ended with status {status}: {words}</source>
            <translation>die Simulation endete mit Status {status}: {words}</translation>
        </message>
        <message>
            <source>the simulation took longer than {limit} s and was ended</source>
            <translation>die Simulation dauerte länger als {limit} s und wurde beendet</translation>
        </message>
        <message>
            <source>the size of the file is not known yet, so there is nothing to simulate</source>
            <translation>die Größe der Datei ist noch nicht bekannt, also gibt es nichts zu simulieren</translation>
        </message>
        <message>
            <source>the source may have fewer connections now</source>
            <translation>die Quelle darf jetzt weniger Verbindungen haben</translation>
        </message>
        <message>
            <source>the source was disabled</source>
            <translation>die Quelle wurde ausgeschaltet</translation>
        </message>
        <message>
            <source>the source was removed</source>
            <translation>die Quelle wurde entfernt</translation>
        </message>
        <message>
            <source>the stored hash tree is damaged</source>
            <translation>der gespeicherte Prüfsummenbaum ist beschädigt</translation>
        </message>
        <message>
            <source>the torrent</source>
            <translation>das Torrent</translation>
        </message>
        <message>
            <source>the torrent gives {name} a root that is not {wanted} bytes long</source>
            <translation>das Torrent gibt {name} eine Wurzel, die nicht {wanted} Bytes lang ist</translation>
        </message>
        <message>
            <source>the torrent holds more than {most} files</source>
            <translation>das Torrent enthält mehr als {most} Dateien</translation>
        </message>
        <message>
            <source>the torrent holds no file</source>
            <translation>das Torrent enthält keine Datei</translation>
        </message>
        <message>
            <source>the torrent lists more than {most} web seeds</source>
            <translation>das Torrent nennt mehr als {most} Web-Seeds</translation>
        </message>
        <message>
            <source>the torrent names a file {name}, which is no safe name</source>
            <translation>das Torrent nennt eine Datei {name}, was kein sicherer Name ist</translation>
        </message>
        <message>
            <source>the torrent's file tree has a file where a folder is</source>
            <translation>im Dateibaum des Torrents steht eine Datei, wo ein Ordner ist</translation>
        </message>
        <message>
            <source>the torrent's info</source>
            <translation>die Angabe „info“ des Torrents</translation>
        </message>
        <message>
            <source>the torrent's piece layer of {name} does not lead to its root</source>
            <translation>die Stückschicht von {name} im Torrent führt nicht zu ihrer Wurzel</translation>
        </message>
        <message>
            <source>the torrent's piece layer of {name} is missing or has the wrong number of hashes</source>
            <translation>die Stückschicht von {name} im Torrent fehlt oder hat die falsche Zahl von Prüfsummen</translation>
        </message>
        <message>
            <source>the torrent's piece length of {piece_bytes} bytes is no power of two</source>
            <translation>die Stücklänge {piece_bytes} des Torrents ist keine Zweierpotenz</translation>
        </message>
        <message>
            <source>the torrent's {what} is not a number from {low} to {high}</source>
            <translation>im Torrent ist {what} keine Zahl von {low} bis {high}</translation>
        </message>
        <message>
            <source>there are {count} piece hashes of {piece_bytes} bytes each: they do not belong to a file of {size_bytes} bytes</source>
            <translation>es gibt {count} Prüfsummen von Stücken zu je {piece_bytes} Bytes: sie gehören nicht zu einer Datei von {size_bytes} Bytes</translation>
        </message>
        <message>
            <source>there is no checksum in this file</source>
            <translation>in dieser Datei ist keine Prüfsumme</translation>
        </message>
        <message>
            <source>there is no file {path}</source>
            <translation>es gibt keine Datei {path}</translation>
        </message>
        <message>
            <source>there is no tuning value called {name}; known: {known}</source>
            <translation>es gibt keinen Regler namens {name}; bekannt sind: {known}</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>diesem Computer</translation>
        </message>
        <message>
            <source>this is no control file of aria2 that is known here</source>
            <translation>das ist keine hier bekannte Steuerdatei von aria2</translation>
        </message>
        <message>
            <source>this is no hash; paste one of MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512 in hex</source>
            <translation>das ist keine Prüfsumme; fügen Sie eine nach MD5, SHA-1, SHA-224, SHA-256, SHA-384 oder SHA-512 hexadezimal ein</translation>
        </message>
        <message>
            <source>this is no usable torrent: the file {what}</source>
            <translation>das ist kein brauchbares Torrent: die Datei {what}</translation>
        </message>
        <message>
            <source>this is no usable torrent: {what} is missing or not a dictionary</source>
            <translation>das ist kein brauchbares Torrent: {what} fehlt oder ist kein Wörterbuch</translation>
        </message>
        <message>
            <source>this is not a well-formed Metalink: {reason}</source>
            <translation>das ist kein wohlgeformtes Metalink: {reason}</translation>
        </message>
        <message>
            <source>throughput</source>
            <translation>Durchsatz</translation>
        </message>
        <message>
            <source>time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>torrent of {host}</source>
            <translation>Torrent von {host}</translation>
        </message>
        <message>
            <source>torrents of version 1 are not supported, because they hash pieces that run across files with SHA-1, which proves too little; ask for a version 2 or hybrid torrent, or a Metalink</source>
            <translation>Torrents der Version 1 werden nicht unterstützt, weil sie Stücke über Dateigrenzen hinweg mit SHA-1 prüfen, was zu wenig beweist; verlangen Sie ein Torrent der Version 2, ein hybrides oder ein Metalink</translation>
        </message>
        <message>
            <source>total_timeout_s must lie between 0.1 and 86400 s, or be null for no bound</source>
            <translation>total_timeout_s muss zwischen 0.1 und 86400 s liegen, oder null für keine Grenze sein</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>wahr oder falsch</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>untried</source>
            <translation>nicht versucht</translation>
        </message>
        <message>
            <source>waiting for the first byte</source>
            <translation>wartet auf das erste Byte</translation>
        </message>
        <message>
            <source>was never promised to be a hash of the file: it can speak for it, not against it</source>
            <translation>wurde nie als Prüfsumme der Datei versprochen: sie kann für sie sprechen, nicht gegen sie</translation>
        </message>
        <message>
            <source>weekdays must be some of 0 (Monday) to 6 (Sunday)</source>
            <translation>weekdays müssen aus 0 (Montag) bis 6 (Sonntag) sein</translation>
        </message>
        <message>
            <source>weight of a source's cost in its rank</source>
            <translation>Gewicht der Kosten einer Quelle in ihrem Rang</translation>
        </message>
        <message>
            <source>weight of geographical distance in a source's rank</source>
            <translation>Gewicht der geografischen Entfernung im Rang einer Quelle</translation>
        </message>
        <message>
            <source>weight of measured latency in a source's rank</source>
            <translation>Gewicht der gemessenen Latenz im Rang einer Quelle</translation>
        </message>
        <message>
            <source>weight of measured throughput in a source's rank</source>
            <translation>Gewicht des gemessenen Durchsatzes im Rang einer Quelle</translation>
        </message>
        <message>
            <source>weight of network hops in a source's rank</source>
            <translation>Gewicht der Netzsprünge im Rang einer Quelle</translation>
        </message>
        <message>
            <source>weight of outside ranking in a source's rank</source>
            <translation>Gewicht der Bewertung von außen im Rang einer Quelle</translation>
        </message>
        <message>
            <source>what a source is asked for first, while nothing is known of it</source>
            <translation>was eine Quelle zuerst gefragt wird, solange nichts über sie bekannt ist</translation>
        </message>
        <message>
            <source>what was named</source>
            <translation>was genannt wurde</translation>
        </message>
        <message>
            <source>{algorithm} from {origin}: {remarks}.</source>
            <translation>{algorithm} aus {origin}: {remarks}.</translation>
        </message>
        <message>
            <source>{algorithm} needs the Python package {module}, which is not installed</source>
            <translation>{algorithm} braucht das Python-Paket {module}, das nicht installiert ist</translation>
        </message>
        <message>
            <source>{algorithm} {origin}</source>
            <translation>{algorithm} {origin}</translation>
        </message>
        <message>
            <source>{control} is too large for a control file of aria2</source>
            <translation>{control} ist zu groß für eine Steuerdatei von aria2</translation>
        </message>
        <message>
            <source>{count:,} block hashes will judge what is there</source>
            <translation>{count:,} Prüfsummen von Blöcken werden beurteilen, was da ist</translation>
        </message>
        <message numerus="yes">
            <source>{count:,} blocks were wrong and must be fetched again.</source>
            <translation>
                <numerusform>{count:,} Block war falsch und muss noch einmal geholt werden.</numerusform>
                <numerusform>{count:,} Blöcke waren falsch und müssen noch einmal geholt werden.</numerusform>
            </translation>
        </message>
        <message>
            <source>{count:,} differed, which a majority of sources and the ranking of the sources settled</source>
            <translation>{count:,} wichen ab, was eine Mehrheit der Quellen und die Rangfolge der Quellen entschieden</translation>
        </message>
        <message>
            <source>{count:,} differed, which a majority of sources settled</source>
            <translation>{count:,} wichen ab, was eine Mehrheit der Quellen entschied</translation>
        </message>
        <message>
            <source>{count:,} differed, which the ranking of the sources settled</source>
            <translation>{count:,} wichen ab, was die Rangfolge der Quellen entschied</translation>
        </message>
        <message>
            <source>{count:,} differed, {open:,} of them unsettled</source>
            <translation>{count:,} wichen ab, davon {open:,} ungeklärt</translation>
        </message>
        <message numerus="yes">
            <source>{count:,} of {total:,} blocks are wrong or missing.</source>
            <translation>
                <numerusform>{count:,} von {total:,} Blöcken ist falsch oder fehlt.</numerusform>
                <numerusform>{count:,} von {total:,} Blöcken sind falsch oder fehlen.</numerusform>
            </translation>
        </message>
        <message>
            <source>{count:,} pieces ({algorithm}) from {origin}: {remark}.</source>
            <translation>{count:,} Stücke ({algorithm}) von {origin}: {remark}.</translation>
        </message>
        <message>
            <source>{count} bytes are here of a file that is said to have {size_bytes}</source>
            <translation>{count} Bytes sind hier von einer Datei, die {size_bytes} haben soll</translation>
        </message>
        <message>
            <source>{count} bytes of {target} are still missing</source>
            <translation>{count} Bytes von {target} fehlen noch</translation>
        </message>
        <message>
            <source>{count} of {total} samples differed; what lies around them is fetched anew</source>
            <translation>{count} von {total} Stichproben wichen ab; was um sie herum liegt, wird neu geholt</translation>
        </message>
        <message>
            <source>{count} piece hashes from {origin} do not belong to a file of {expected_bytes} bytes</source>
            <translation>{count} Prüfsummen von Stücken aus {origin} gehören nicht zu einer Datei von {expected_bytes} Bytes</translation>
        </message>
        <message>
            <source>{field} of {host}</source>
            <translation>{field} von {host}</translation>
        </message>
        <message>
            <source>{first} and {second} differ in the bytes {span}.</source>
            <translation>{first} und {second} unterscheiden sich in den Bytes {span}.</translation>
        </message>
        <message>
            <source>{first} and {second} give different {algorithm} hashes ({one_hash}… and {other_hash}…): they mean different files</source>
            <translation>{first} und {second} nennen verschiedene {algorithm}-Prüfsummen ({one_hash}… und {other_hash}…): sie meinen verschiedene Dateien</translation>
        </message>
        <message>
            <source>{folder} cannot be used: {reason:clause}.</source>
            <translation>{folder} ist nicht benutzbar: {reason:clause}.</translation>
        </message>
        <message>
            <source>{hashes} is wrong: this is not the file that was meant.</source>
            <translation>{hashes} ist falsch: das ist nicht die gemeinte Datei.</translation>
        </message>
        <message>
            <source>{hashes}: right.</source>
            <translation>{hashes}: richtig.</translation>
        </message>
        <message>
            <source>{hash} is wrong, although all its piece hashes are right: the two belong to different files.</source>
            <translation>{hash} ist falsch, obwohl alle Prüfsummen der Stücke richtig sind: die beiden gehören zu verschiedenen Dateien.</translation>
        </message>
        <message>
            <source>{hash} is wrong.</source>
            <translation>{hash} ist falsch.</translation>
        </message>
        <message>
            <source>{host} broke off before it answered.</source>
            <translation>{host} brach ab, bevor eine Antwort kam.</translation>
        </message>
        <message>
            <source>{host} broke off in the middle of the file.</source>
            <translation>{host} brach mitten in der Datei ab.</translation>
        </message>
        <message>
            <source>{host} broke off the connection.</source>
            <translation>{host} brach die Verbindung ab.</translation>
        </message>
        <message>
            <source>{host} brought bad bytes: {spans}.</source>
            <translation>{host} brachte schlechte Bytes: {spans}.</translation>
        </message>
        <message>
            <source>{host} cannot be reached in time.</source>
            <translation>{host} ist nicht rechtzeitig zu erreichen.</translation>
        </message>
        <message>
            <source>{host} does not answer.</source>
            <translation>{host} antwortet nicht.</translation>
        </message>
        <message>
            <source>{host} does not have the file ({code}).</source>
            <translation>{host} hat die Datei nicht ({code}).</translation>
        </message>
        <message>
            <source>{host} does not have the file.</source>
            <translation>{host} hat die Datei nicht.</translation>
        </message>
        <message>
            <source>{host} forbids access to the file.</source>
            <translation>{host} verbietet den Zugriff auf die Datei.</translation>
        </message>
        <message>
            <source>{host} gives the file another mark (ETag) from answer to answer, though nothing else of it changes: the mark is passed over. Where no hash is trusted, samples of what came are asked for again and compared.</source>
            <translation>{host} gibt der Datei von Antwort zu Antwort ein anderes Kennzeichen (ETag), obwohl sich sonst nichts an ihr ändert: Es wird übergangen. Wo keiner Prüfsumme vertraut wird, werden Proben des Empfangenen erneut angefordert und verglichen.</translation>
        </message>
        <message>
            <source>{host} has sent nothing for {seconds:g} seconds.</source>
            <translation>{host} hat seit {seconds:g} Sekunden nichts gesendet.</translation>
        </message>
        <message>
            <source>{host} is not a host like example.org or example.org:8080.</source>
            <translation>{host} ist kein Server wie example.org oder example.org:8080.</translation>
        </message>
        <message>
            <source>{host} offers no encryption ({code}), which the address asks for; ftp: goes without.</source>
            <translation>{host} bietet keine Verschlüsselung an ({code}), die die Adresse verlangt; ftp: kommt ohne aus.</translation>
        </message>
        <message>
            <source>{host} refuses connections.</source>
            <translation>{host} lehnt Verbindungen ab.</translation>
        </message>
        <message>
            <source>{host} refuses the transfer ({code}).</source>
            <translation>{host} lehnt die Übertragung ab ({code}).</translation>
        </message>
        <message>
            <source>{host} refuses to give the file: {reason}.</source>
            <translation>{host} gibt die Datei nicht heraus: {reason}.</translation>
        </message>
        <message>
            <source>{host} sends no ranges of the file</source>
            <translation>{host} sendet keine Bereiche der Datei</translation>
        </message>
        <message>
            <source>{host} sent an answer that is not proper HTTP.</source>
            <translation>{host} sendete eine Antwort, die kein richtiges HTTP ist.</translation>
        </message>
        <message>
            <source>{host} sent other bytes for {spans} when it was asked again.</source>
            <translation>{host} sandte auf erneute Anfrage andere Bytes für {spans}.</translation>
        </message>
        <message>
            <source>{host} wants another user name or password ({code}).</source>
            <translation>{host} will einen anderen Benutzernamen oder ein anderes Passwort ({code}).</translation>
        </message>
        <message>
            <source>{host} wants another user name, password or key.</source>
            <translation>{host} will einen anderen Benutzernamen, ein anderes Passwort oder einen anderen Schlüssel.</translation>
        </message>
        <message>
            <source>{host} wants the connection encrypted ({code}); write ftpes: in the place of ftp: in the address.</source>
            <translation>{host} will die Verbindung verschlüsselt ({code}); schreiben Sie in der Adresse ftpes: statt ftp:.</translation>
        </message>
        <message>
            <source>{inside}{name} is missing</source>
            <translation>{inside}{name} fehlt</translation>
        </message>
        <message>
            <source>{list_name}: {verdict}</source>
            <translation>{list_name}: {verdict}</translation>
        </message>
        <message>
            <source>{name} belongs to a download of the list; resume that one</source>
            <translation>{name} gehört zu einem Download der Liste; setzen Sie jenen fort</translation>
        </message>
        <message>
            <source>{name} belongs to another file: the source's has {told:,} bytes, and this one {has:,}</source>
            <translation>{name} gehört zu einer anderen Datei: die der Quelle hat {told:,} Bytes, diese {has:,}</translation>
        </message>
        <message>
            <source>{name} belongs to another file: {count} of {total} samples differ from the source's; nothing was changed</source>
            <translation>{name} gehört zu einer anderen Datei: {count} von {total} Stichproben weichen von denen der Quelle ab; nichts wurde geändert</translation>
        </message>
        <message>
            <source>{name} cannot be a file's name</source>
            <translation>{name} kann kein Dateiname sein</translation>
        </message>
        <message>
            <source>{name} could not be mended: {reason}</source>
            <translation>{name} ließ sich nicht reparieren: {reason}</translation>
        </message>
        <message>
            <source>{name} is being fetched by another Headwater</source>
            <translation>{name} wird gerade von einem anderen Headwater geholt</translation>
        </message>
        <message>
            <source>{name} is complete; nothing can be chosen for it any more</source>
            <translation>{name} ist vollständig; dafür lässt sich nichts mehr wählen</translation>
        </message>
        <message>
            <source>{name} is not finished; its blocks are checked as they come</source>
            <translation>{name} ist nicht fertig; die Blöcke werden geprüft, sobald sie kommen</translation>
        </message>
        <message>
            <source>{name} is not in {folder} any more: it or the folder was moved or removed; put it back, or resuming begins anew</source>
            <translation>{name} ist nicht mehr in {folder}: die Datei oder der Ordner wurde verschoben oder entfernt; legen Sie sie zurück, sonst beginnt das Fortsetzen von vorn</translation>
        </message>
        <message>
            <source>{name} lies on another disk than {folder}; let it be copied</source>
            <translation>{name} liegt auf einem anderen Datenträger als {folder}; lassen Sie die Datei kopieren</translation>
        </message>
        <message>
            <source>{name} must be a whole number</source>
            <translation>{name} muss eine ganze Zahl sein</translation>
        </message>
        <message>
            <source>{name} must lie between 0.1 and 3600 s</source>
            <translation>{name} muss zwischen 0.1 und 3600 s liegen</translation>
        </message>
        <message>
            <source>{name} needs {wanted}, but the disk of {folder} has {there} free</source>
            <translation>{name} braucht {wanted}, aber auf dem Datenträger von {folder} sind {there} frei</translation>
        </message>
        <message>
            <source>{name} of {pattern} must lie between {low:g} and {high:g}</source>
            <translation>{name} von {pattern} muss zwischen {low:g} und {high:g} liegen</translation>
        </message>
        <message>
            <source>{name} was finished or removed in the terminal</source>
            <translation>{name} wurde im Terminal beendet oder entfernt</translation>
        </message>
        <message numerus="yes">
            <source>{odds} What {count} sources brought was compared with no other's.</source>
            <translation>
                <numerusform>{odds} Was {count} Quelle brachte, wurde mit keiner anderen verglichen.</numerusform>
                <numerusform>{odds} Was {count} Quellen brachten, wurde mit keiner anderen verglichen.</numerusform>
            </translation>
        </message>
        <message>
            <source>{origin} gives {count} different {algorithm} hashes of {file_name}</source>
            <translation>{origin} nennt {count} verschiedene {algorithm}-Prüfsummen von {file_name}</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}</source>
            <translation>{path} ist nicht lesbar: {reason}</translation>
        </message>
        <message>
            <source>{path} cannot be used: {reason}</source>
            <translation>{path} ist nicht benutzbar: {reason}</translation>
        </message>
        <message>
            <source>{path} cannot be written: {reason}</source>
            <translation>{path} lässt sich nicht schreiben: {reason}</translation>
        </message>
        <message>
            <source>{path} could not be deleted: {reason}</source>
            <translation>{path} ließ sich nicht löschen: {reason}</translation>
        </message>
        <message>
            <source>{path} could not be moved to the trash: its folder has none that may be written to</source>
            <translation>{path} ließ sich nicht in den Papierkorb legen: der Ordner hat keinen, in den geschrieben werden darf</translation>
        </message>
        <message>
            <source>{path} could not be moved to the trash: {reason}</source>
            <translation>{path} ließ sich nicht in den Papierkorb legen: {reason}</translation>
        </message>
        <message>
            <source>{path} could not be written: {reason}</source>
            <translation>{path} ließ sich nicht schreiben: {reason}</translation>
        </message>
        <message>
            <source>{path} exists already; --overwrite replaces it</source>
            <translation>{path} gibt es schon; --overwrite ersetzt die Datei</translation>
        </message>
        <message>
            <source>{path} has changed while it was read</source>
            <translation>{path} hat sich geändert, während die Datei gelesen wurde</translation>
        </message>
        <message>
            <source>{path} is a folder</source>
            <translation>{path} ist ein Ordner</translation>
        </message>
        <message>
            <source>{path} is a folder; choose the partial file in it</source>
            <translation>{path} ist ein Ordner; wählen Sie die unvollständige Datei darin</translation>
        </message>
        <message>
            <source>{path} is being written by another program or another Headwater</source>
            <translation>{path} wird gerade von einem anderen Programm oder einem anderen Headwater geschrieben</translation>
        </message>
        <message>
            <source>{path} is larger than the {limit_bytes:,} bytes that such a document may have</source>
            <translation>{path} ist größer als die {limit_bytes:,} Bytes, die ein solches Dokument haben darf</translation>
        </message>
        <message>
            <source>{path} is shorter than it was when it was finished</source>
            <translation>{path} ist kürzer als bei der Fertigstellung</translation>
        </message>
        <message>
            <source>{path} lies on a read-only file system</source>
            <translation>{path} liegt auf einem Dateisystem, das nur gelesen werden kann</translation>
        </message>
        <message>
            <source>{path} takes no more bytes</source>
            <translation>{path} nimmt keine Bytes mehr auf</translation>
        </message>
        <message>
            <source>{path} was changed by another program: {reason}</source>
            <translation>{path} wurde von einem anderen Programm geändert: {reason}</translation>
        </message>
        <message>
            <source>{place} describes {count} files ({names}); say which one is meant</source>
            <translation>{place} beschreibt {count} Dateien ({names}); sagen Sie, welche gemeint ist</translation>
        </message>
        <message>
            <source>{place} does not tell of releases</source>
            <translation>{place} berichtet von keinen Veröffentlichungen</translation>
        </message>
        <message>
            <source>{place} has no line for {name}</source>
            <translation>{place} hat keine Zeile für {name}</translation>
        </message>
        <message>
            <source>{place} is a file, not a folder.</source>
            <translation>{place} ist eine Datei, kein Ordner.</translation>
        </message>
        <message>
            <source>{place} is no Metalink, no torrent and no text</source>
            <translation>{place} ist kein Metalink, kein Torrent und kein Text</translation>
        </message>
        <message>
            <source>{place} is no web page but a file; add it as a download</source>
            <translation>{place} ist keine Webseite, sondern eine Datei; fügen Sie sie als Download hinzu</translation>
        </message>
        <message>
            <source>{place} says {size_bytes:,} bytes, and another document {other_bytes:,}</source>
            <translation>{place} sagt {size_bytes:,} Bytes, ein anderes Dokument {other_bytes:,}</translation>
        </message>
        <message>
            <source>{reason}, and the source gives the file from its beginning only</source>
            <translation>{reason}, und die Quelle gibt die Datei nur von ihrem Anfang an</translation>
        </message>
        <message>
            <source>{sentence:clause} ({status}).</source>
            <translation>{sentence:clause} ({status}).</translation>
        </message>
        <message>
            <source>{sentence:clause}; signature or key has expired since.</source>
            <translation>{sentence:clause}; Signatur oder Schlüssel sind seither abgelaufen.</translation>
        </message>
        <message>
            <source>{source} cannot be used: {reason}</source>
            <translation>{source} ist nicht benutzbar: {reason}</translation>
        </message>
        <message>
            <source>{source} has changed while it was copied</source>
            <translation>{source} hat sich geändert, während die Datei kopiert wurde</translation>
        </message>
        <message>
            <source>{text} is no file here, no URL and no hash</source>
            <translation>{text} ist hier keine Datei, keine URL und keine Prüfsumme</translation>
        </message>
        <message>
            <source>{trouble}; what was downloaded is kept</source>
            <translation>{trouble}; was heruntergeladen wurde, bleibt erhalten</translation>
        </message>
        <message>
            <source>{url} is larger than the {limit_bytes:,} bytes that such a document may have</source>
            <translation>{url} ist größer als die {limit_bytes:,} Bytes, die ein solches Dokument haben darf</translation>
        </message>
        <message>
            <source>{what} cannot be saved in {path}: {reason}</source>
            <translation>{what}: Speichern in {path} nicht möglich: {reason}</translation>
        </message>
        <message>
            <source>{where} is wrong: {reason}</source>
            <translation>{where} ist falsch: {reason}</translation>
        </message>
        <message>
            <source>{where} should be {kind}, not {value:.60}</source>
            <translation>{where} sollte {kind} sein, nicht {value:.60}</translation>
        </message>
        <message>
            <source>{where} should have {wanted} entries and has {found}</source>
            <translation>{where} sollte {wanted} Einträge haben und hat {found}</translation>
        </message>
        <message>
            <source>{words}; what is here was kept, and that file is another download</source>
            <translation>{words}; was hier ist, wurde behalten, und jene Datei ist ein anderer Download</translation>
        </message>
        <message>
            <source>“hosts” in the list must be a group of patterns with their scores</source>
            <translation>„hosts“ in der Liste muss eine Gruppe von Mustern mit ihren Wertungen sein</translation>
        </message>
        <message>
            <source>“{pattern:.60}” in the list is not a host or a pattern of hosts, like *.example.org</source>
            <translation>„{pattern:.60}“ in der Liste ist kein Server und kein Muster von Servern wie *.example.org</translation>
        </message>
        <message>
            <source>“{place}” is no address</source>
            <translation>„{place}“ ist keine Adresse</translation>
        </message>
        <message>
            <source>“{program}” ended with status {status}</source>
            <translation>„{program}“ endete mit Status {status}</translation>
        </message>
        <message>
            <source>“{program}” ended with status {status}: {told}</source>
            <translation>„{program}“ endete mit Status {status}: {told}</translation>
        </message>
        <message>
            <source>“{suffix}” is no ending of a file's name; write one as .iso</source>
            <translation>„{suffix}“ ist keine Endung eines Dateinamens; schreiben Sie eine wie .iso</translation>
        </message>
    </context>
    <context>
        <name>FileCommands</name>
        <message>
            <source>Checking {count}; bad blocks of unfinished ones come again.</source>
            <translation>Prüft {count}; schlechte Blöcke unfertiger kommen noch einmal.</translation>
        </message>
        <message>
            <source>Export as Metalink</source>
            <translation>Als Metalink exportieren</translation>
        </message>
        <message>
            <source>Metalink (*.meta4)</source>
            <translation>Metalink (*.meta4)</translation>
        </message>
        <message>
            <source>Writing the Metalink; a finished file is hashed for it.</source>
            <translation>Der Metalink wird geschrieben; eine fertige Datei wird dafür durchgerechnet.</translation>
        </message>
        <message>
            <source>Wrote {target}.</source>
            <translation>{target} geschrieben.</translation>
        </message>
        <message>
            <source>{name} must match that checksum now.</source>
            <translation>{name} muss jetzt zu dieser Prüfsumme passen.</translation>
        </message>
    </context>
    <context>
        <name>FilmPlayer</name>
        <message>
            <source>It cannot be played here ({reason}); try another player.</source>
            <translation>Hier lässt es sich nicht abspielen ({reason}); versuchen Sie ein anderes Abspielprogramm.</translation>
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>&amp;Browse…</source>
            <translation>&amp;Durchsuchen …</translation>
        </message>
        <message>
            <source>Browse for a folder</source>
            <translation>Nach einem Ordner suchen</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Durchsuchen …</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Einen Ordner auswählen</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
    </context>
    <context>
        <name>GeneralPage</name>
        <message>
            <source>&amp;Close to the tray</source>
            <translation>Beim Sch&amp;ließen im Benachrichtigungsfeld bleiben</translation>
        </message>
        <message>
            <source>&amp;Icon in the tray</source>
            <translation>S&amp;ymbol in der Leiste</translation>
        </message>
        <message>
            <source>&amp;Keep the computer awake</source>
            <translation>Den Computer &amp;wach halten</translation>
        </message>
        <message>
            <source>&amp;Notifications</source>
            <translation>&amp;Benachrichtigungen</translation>
        </message>
        <message>
            <source>&amp;Start with the session</source>
            <translation>Mit der &amp;Sitzung starten</translation>
        </message>
        <message>
            <source>Downloads go on without the window; Quit ends Headwater, and so does closing without a tray</source>
            <translation>Downloads laufen ohne Fenster weiter; „Beenden“ beendet Headwater, und ohne Benachrichtigungsfeld auch das Schließen</translation>
        </message>
        <message>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <source>Headwater starts when you log in, and goes on with what was not done</source>
            <translation>Headwater startet bei der Anmeldung und macht weiter mit dem, was nicht fertig war</translation>
        </message>
        <message>
            <source>It waits in the tray, or as a button of the task bar where there is no tray</source>
            <translation>Es wartet im Benachrichtigungsfeld, oder als Knopf in der Taskleiste, wo es keines gibt</translation>
        </message>
        <message>
            <source>Shows the speed, and pauses or resumes all downloads with two clicks</source>
            <translation>Zeigt das Tempo; hält mit zwei Klicks alle Downloads an oder setzt sie fort</translation>
        </message>
        <message>
            <source>Start &amp;minimised</source>
            <translation>&amp;Minimiert starten</translation>
        </message>
        <message>
            <source>When a download is done or has failed, while the window is not in front</source>
            <translation>Wenn ein Download fertig oder gescheitert ist, während das Fenster nicht vorn ist</translation>
        </message>
        <message>
            <source>While downloads run, and only then</source>
            <translation>Während Downloads laufen, und nur dann</translation>
        </message>
    </context>
    <context>
        <name>GrabDialog</name>
        <message>
            <source>&amp;Add {count}…</source>
            <translation>{count} &amp;hinzufügen …</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>&amp;Hinzufügen …</translation>
        </message>
        <message>
            <source>&amp;Page</source>
            <translation>&amp;Seite</translation>
        </message>
        <message>
            <source>&amp;Read</source>
            <translation>&amp;Lesen</translation>
        </message>
        <message>
            <source>&amp;Tick all shown</source>
            <translation>Alle gezeigten anha&amp;ken</translation>
        </message>
        <message>
            <source>&amp;Untick all shown</source>
            <translation>Alle gezeigten &amp;abwählen</translation>
        </message>
        <message>
            <source>Add as downloads</source>
            <translation>Als Downloads hinzufügen</translation>
        </message>
        <message>
            <source>Add as mirrors of one file</source>
            <translation>Als Spiegel einer Datei hinzufügen</translation>
        </message>
        <message>
            <source>Add or cancel</source>
            <translation>Hinzufügen oder abbrechen</translation>
        </message>
        <message>
            <source>Address of the page</source>
            <translation>Adresse der Seite</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>As &amp;mirrors…</source>
            <translation>Als S&amp;piegel …</translation>
        </message>
        <message>
            <source>Audio</source>
            <translation>Ton</translation>
        </message>
        <message>
            <source>Disc images</source>
            <translation>Datenträgerabbilder</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Every host</source>
            <translation>Jeder Server</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>Jede Art</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Kind of files</source>
            <translation>Art der Dateien</translation>
        </message>
        <message>
            <source>Links of a page</source>
            <translation>Links einer Seite</translation>
        </message>
        <message>
            <source>Links of the page</source>
            <translation>Links der Seite</translation>
        </message>
        <message>
            <source>Links of “{title}”</source>
            <translation>Links von „{title}“</translation>
        </message>
        <message>
            <source>Pages and others</source>
            <translation>Seiten und anderes</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>Read the page</source>
            <translation>Die Seite lesen</translation>
        </message>
        <message>
            <source>Reading {place}…</source>
            <translation>{place} wird gelesen …</translation>
        </message>
        <message>
            <source>Regular e&amp;xpression</source>
            <translation>&amp;Regulärer Ausdruck</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>Regulärer Ausdruck</translation>
        </message>
        <message>
            <source>Search in links and words</source>
            <translation>In Links und Wörtern suchen</translation>
        </message>
        <message>
            <source>The links of a page: enter its address, or drop a piece of it here.</source>
            <translation>Die Links einer Seite: geben Sie ihre Adresse ein, oder ziehen Sie ein Stück davon hierher.</translation>
        </message>
        <message>
            <source>The ticked links lead to one file</source>
            <translation>Die angehakten Links führen zu einer Datei</translation>
        </message>
        <message>
            <source>There is no link that can be fetched.</source>
            <translation>Es gibt keinen Link, der geholt werden kann.</translation>
        </message>
        <message>
            <source>This is no regular expression: {reason}</source>
            <translation>Das ist kein regulärer Ausdruck: {reason}</translation>
        </message>
        <message>
            <source>Tick all shown</source>
            <translation>Alle gezeigten anhaken</translation>
        </message>
        <message>
            <source>Untick all shown</source>
            <translation>Alle gezeigten abwählen</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>Videos</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <source>a piece</source>
            <translation>ein Stück</translation>
        </message>
        <message>
            <source>https://… or drop a piece of a page here</source>
            <translation>https://… oder ein Stück einer Seite hierher ziehen</translation>
        </message>
        <message>
            <source>{shown} of {total} shown, {ticked} ticked</source>
            <translation>{shown} von {total} gezeigt, {ticked} angehakt</translation>
        </message>
    </context>
    <context>
        <name>GraphExport</name>
        <message>
            <source>Picture (*.png);;Numbers (*.csv)</source>
            <translation>Bild (*.png);;Zahlen (*.csv)</translation>
        </message>
        <message>
            <source>Save the graph</source>
            <translation>Das Diagramm speichern</translation>
        </message>
        <message>
            <source>Saved {name}.</source>
            <translation>{name} gespeichert.</translation>
        </message>
        <message>
            <source>{path} cannot be written.</source>
            <translation>{path} lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>{path} cannot be written: {reason}.</source>
            <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
        </message>
    </context>
    <context>
        <name>GroupBar</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Gescheitert</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Laufend</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Search downloads</source>
            <translation>Downloads durchsuchen</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartend</translation>
        </message>
        <message>
            <source>Without a category</source>
            <translation>Ohne Kategorie</translation>
        </message>
    </context>
    <context>
        <name>HelpPages</name>
        <message>
            <source>About Headwater</source>
            <translation>Über Headwater</translation>
        </message>
        <message>
            <source>Fetches one file from many servers at once, the beginning first, and proves it.</source>
            <translation>Holt eine Datei von vielen Servern zugleich, den Anfang zuerst, und beweist sie.</translation>
        </message>
        <message>
            <source>MIT licence. Made with Python {python} and Qt {qt} (LGPL 3).</source>
            <translation>MIT-Lizenz. Gemacht mit Python {python} und Qt {qt} (LGPL 3).</translation>
        </message>
    </context>
    <context>
        <name>HiddenNews</name>
        <message>
            <source>What was added is not shown: the list is narrowed.</source>
            <translation>Was hinzugefügt wurde, ist nicht zu sehen: Die Liste ist eingeschränkt.</translation>
        </message>
    </context>
    <context>
        <name>ImageView</name>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
    </context>
    <context>
        <name>IntegrityPage</name>
        <message>
            <source>&amp;Bad blocks until a source is set aside</source>
            <translation>&amp;Schlechte Blöcke, bis eine Quelle beiseitegelegt wird</translation>
        </message>
        <message>
            <source>&amp;Compare between sources</source>
            <translation>Zwischen Quellen &amp;vergleichen</translation>
        </message>
        <message>
            <source>&amp;Preview and players get only what is proven</source>
            <translation>Vorschau und Abspiel&amp;programme erhalten nur Bewiesenes</translation>
        </message>
        <message>
            <source>A server that spoils more than this is not asked again for the file</source>
            <translation>Ein Server, der mehr verdirbt, wird für die Datei nicht mehr gefragt</translation>
        </message>
        <message>
            <source>Blocks of 16 KiB that two sources must agree about, in a file without a trusted hash</source>
            <translation>Blöcke von 16 KiB, über die sich zwei Quellen einig sein müssen, in einer Datei ohne vertraute Prüfsumme</translation>
        </message>
        <message>
            <source>Every block that has a trusted hash is checked, and what is wrong is fetched anew from another source. This is about the rest.</source>
            <translation>Jeder Block mit vertrauter Prüfsumme wird geprüft, und was falsch ist, kommt neu von einer anderen Quelle. Hier geht es um den Rest.</translation>
        </message>
        <message>
            <source>Integrity</source>
            <translation>Unversehrtheit</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>They wait for whole blocks, which may be megabytes, or for all of the file where it has but one trusted hash; otherwise they get every byte at once, and again when it proves wrong</source>
            <translation>Sie warten auf ganze Blöcke, die Megabytes groß sein können, oder auf die ganze Datei, wo es nur eine vertraute Prüfsumme gibt; sonst erhalten sie jedes Byte sofort, und noch einmal, wenn es sich als falsch erweist</translation>
        </message>
    </context>
    <context>
        <name>InterfacePage</name>
        <message>
            <source>6800 is the one that tools expect</source>
            <translation>6800 ist der, den Programme erwarten</translation>
        </message>
        <message>
            <source>Any free one</source>
            <translation>Irgendein freier</translation>
        </message>
        <message>
            <source>Browser extensions and tools that speak aria2's JSON-RPC, on this computer, with the secret of the File menu</source>
            <translation>Browser-Erweiterungen und Programme, die das JSON-RPC von aria2 sprechen, auf diesem Computer, mit dem Geheimnis aus dem Menü Datei</translation>
        </message>
        <message>
            <source>Control interface</source>
            <translation>Steuerung</translation>
        </message>
        <message>
            <source>Let other programs co&amp;mmand Headwater</source>
            <translation>A&amp;ndere Programme dürfen Headwater steuern</translation>
        </message>
        <message>
            <source>P&amp;ort</source>
            <translation>P&amp;ort</translation>
        </message>
        <message>
            <source>Pages that may use it, one a line, as https://ariang.example.org; others are refused</source>
            <translation>Seiten, die sie benutzen dürfen, eine pro Zeile, wie https://ariang.example.org; andere werden abgewiesen</translation>
        </message>
        <message>
            <source>Web &amp;pages</source>
            <translation>&amp;Webseiten</translation>
        </message>
        <message>
            <source>Web pages: “{origin}” is no address; write https://…</source>
            <translation>Webseiten: „{origin}“ ist keine Adresse; schreiben Sie https://…</translation>
        </message>
    </context>
    <context>
        <name>InterfaceSwitch</name>
        <message>
            <source>Copied the secret. Whoever knows it can add and remove downloads; give it to nobody else.</source>
            <translation>Das Geheimnis ist kopiert. Wer es kennt, kann Downloads hinzufügen und entfernen; geben Sie es sonst niemandem.</translation>
        </message>
        <message>
            <source>Other programs cannot command Headwater any more.</source>
            <translation>Andere Programme können Headwater nicht mehr steuern.</translation>
        </message>
        <message>
            <source>Programs on this computer that know the secret can command Headwater on port {port}.</source>
            <translation>Programme auf diesem Computer, die das Geheimnis kennen, können Headwater über Port {port} steuern.</translation>
        </message>
        <message>
            <source>{words} (port {port})</source>
            <translation>{words} (Port {port})</translation>
        </message>
    </context>
    <context>
        <name>JobCommands</name>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>Copied the stream link; players on this computer can open it while the file comes.</source>
            <translation>Der Stream-Link ist kopiert; Abspielprogramme auf diesem Computer können ihn öffnen, während die Datei kommt.</translation>
        </message>
        <message>
            <source>Copied {links}.</source>
            <translation>{links} kopiert.</translation>
        </message>
        <message>
            <source>No program was found that opens {file}.</source>
            <translation>Kein Programm gefunden, das {file} öffnet.</translation>
        </message>
        <message>
            <source>Remove and &amp;delete data</source>
            <translation>Entfernen und Daten &amp;löschen</translation>
        </message>
        <message>
            <source>Remove {what} and delete the data?</source>
            <translation>{what} entfernen und die Daten löschen?</translation>
        </message>
        <message>
            <source>Remove {what} from the list?</source>
            <translation>{what} aus der Liste entfernen?</translation>
        </message>
        <message>
            <source>The files go to the trash.</source>
            <translation>Die Dateien kommen in den Papierkorb.</translation>
        </message>
        <message>
            <source>The links have expired. Put a fresh one here; the download goes on with what it has.</source>
            <translation>Die Links sind abgelaufen. Setzen Sie hier einen frischen ein; der Download geht mit dem weiter, was er hat.</translation>
        </message>
        <message>
            <source>What has arrived stays on the disk unless you delete it.</source>
            <translation>Was schon da ist, bleibt auf der Platte, wenn Sie es nicht löschen.</translation>
        </message>
    </context>
    <context>
        <name>JobFocus</name>
        <message>
            <source>Simulating…</source>
            <translation>Simuliert …</translation>
        </message>
    </context>
    <context>
        <name>JobModel</name>
        <message>
            <source>Added</source>
            <translation>Hinzugefügt</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Platz</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>Restzeit</translation>
        </message>
        <message>
            <source>{progress}; {size} of it in order from the beginning</source>
            <translation>{progress}; davon {size} lückenlos von Anfang an</translation>
        </message>
    </context>
    <context>
        <name>JobTable</name>
        <message>
            <source>Clear the search or choose All to see more.</source>
            <translation>Leeren Sie die Suche oder wählen Sie Alle, um mehr zu sehen.</translation>
        </message>
        <message>
            <source>Downloads</source>
            <translation>Downloads</translation>
        </message>
        <message>
            <source>No downloads yet</source>
            <translation>Noch keine Downloads</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>Nichts passt</translation>
        </message>
        <message>
            <source>Paste a link anywhere (Ctrl+V), drop one onto this window, or press Add.</source>
            <translation>Fügen Sie irgendwo einen Link ein (Strg+V), lassen Sie einen auf dieses Fenster fallen, oder drücken Sie Hinzufügen.</translation>
        </message>
    </context>
    <context>
        <name>KeptLogins</name>
        <message>
            <source>Host</source>
            <translation>Host</translation>
        </message>
        <message>
            <source>Hosts that the keyring has passwords for</source>
            <translation>Hosts, für die der Schlüsselbund Passwörter hat</translation>
        </message>
        <message>
            <source>The keyring has passwords for:</source>
            <translation>Der Schlüsselbund hat Passwörter für:</translation>
        </message>
        <message>
            <source>The keyring holds no password that Headwater put there.</source>
            <translation>Im Schlüsselbund steht kein Passwort, das Headwater dort abgelegt hat.</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>Benutzername</translation>
        </message>
        <message>
            <source>What is in the keyring</source>
            <translation>Was im Schlüsselbund steht</translation>
        </message>
    </context>
    <context>
        <name>KeyringAsking</name>
        <message>
            <source>Asking the keyring…</source>
            <translation>Fragt den Schlüsselbund …</translation>
        </message>
    </context>
    <context>
        <name>LinkBoard</name>
        <message>
            <source>&amp;Join</source>
            <translation>V&amp;erbinden</translation>
        </message>
        <message>
            <source>&amp;Links</source>
            <translation>&amp;Links</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>Fragt nach …</translation>
        </message>
        <message>
            <source>Choose from what the web page links to</source>
            <translation>Auswählen, worauf die Webseite verweist</translation>
        </message>
        <message>
            <source>Each of the selected links, or of all, leads to a file of its own</source>
            <translation>Jeder der ausgewählten Links, oder aller, führt zu einer eigenen Datei</translation>
        </message>
        <message>
            <source>Join links to one file</source>
            <translation>Links zu einer Datei verbinden</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Links</translation>
        </message>
        <message>
            <source>Links of the page</source>
            <translation>Links der Seite</translation>
        </message>
        <message>
            <source>Links of the page…</source>
            <translation>Links der Seite …</translation>
        </message>
        <message>
            <source>Links whose sources tell of the same file are its mirrors</source>
            <translation>Links, deren Quellen dieselbe Datei nennen, sind ihre Spiegel</translation>
        </message>
        <message>
            <source>Not asked: there are too many</source>
            <translation>Nicht gefragt: es sind zu viele</translation>
        </message>
        <message>
            <source>Sort automat&amp;ically</source>
            <translation>Selbst o&amp;rdnen</translation>
        </message>
        <message>
            <source>Sort links automatically</source>
            <translation>Links selbst ordnen</translation>
        </message>
        <message>
            <source>Spli&amp;t</source>
            <translation>&amp;Trennen</translation>
        </message>
        <message>
            <source>Split links into files of their own</source>
            <translation>Links in eigene Dateien trennen</translation>
        </message>
        <message>
            <source>The selected links, or all, are mirrors of one file</source>
            <translation>Die ausgewählten Links, oder alle, sind Spiegel einer Datei</translation>
        </message>
        <message>
            <source>https://…
Several links: one a line. disk[01-20].iso and {iso,sig} stand for several.</source>
            <translation>https://…
Mehrere Links: einer pro Zeile. disk[01-20].iso und {iso,sig} stehen für mehrere.</translation>
        </message>
    </context>
    <context>
        <name>LinkButton</name>
        <message>
            <source>Drag the stream link into a player; a click copies it</source>
            <translation>Den Stream-Link in ein Abspielprogramm ziehen; ein Klick kopiert ihn</translation>
        </message>
        <message>
            <source>Stream link</source>
            <translation>Stream-Link</translation>
        </message>
    </context>
    <context>
        <name>LinkFilter</name>
        <message>
            <source>/{pattern}/ is no regular expression: {reason}</source>
            <translation>/{pattern}/ ist kein regulärer Ausdruck: {reason}</translation>
        </message>
        <message>
            <source>The list of types is too long</source>
            <translation>Die Liste der Arten ist zu lang</translation>
        </message>
    </context>
    <context>
        <name>LinkModel</name>
        <message>
            <source>Host</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Words on the page</source>
            <translation>Wörter auf der Seite</translation>
        </message>
    </context>
    <context>
        <name>LinkTree</name>
        <message>
            <source>A web page; “Links of a page…” lists what it links to</source>
            <translation>Eine Webseite; „Links einer Seite …“ zeigt, worauf sie verweist</translation>
        </message>
        <message>
            <source>Another size: it is not the same file</source>
            <translation>Andere Größe: es ist nicht dieselbe Datei</translation>
        </message>
        <message>
            <source>File and sources</source>
            <translation>Datei und Quellen</translation>
        </message>
        <message>
            <source>Files and their sources</source>
            <translation>Dateien und ihre Quellen</translation>
        </message>
        <message>
            <source>Ranges</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Ready, but only from the beginning to the end</source>
            <translation>Bereit, aber nur von Anfang bis Ende</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
    </context>
    <context>
        <name>LinksPage</name>
        <message>
            <source>&amp;Types</source>
            <translation>&amp;Arten</translation>
        </message>
        <message>
            <source>&amp;Watch the clipboard</source>
            <translation>&amp;Zwischenablage beobachten</translation>
        </message>
        <message>
            <source>Endings of names, as iso zip, and /regular expressions/ for whole links; empty for every link</source>
            <translation>Namensendungen wie iso zip, und /reguläre Ausdrücke/ für ganze Links; leer für jeden Link</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Links</translation>
        </message>
        <message>
            <source>Links that you copy elsewhere are offered in a bar above the list, each once</source>
            <translation>Links, die Sie anderswo kopieren, werden in einem Streifen über der Liste angeboten, jeder einmal</translation>
        </message>
    </context>
    <context>
        <name>ListMenus</name>
        <message>
            <source>&amp;As for all</source>
            <translation>Wie bei &amp;allen</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Headwater cannot start</source>
            <translation>Headwater kann nicht starten</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Activity</source>
            <translation>Tätigkeit</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Go to {pane}, or hide it</source>
            <translation>Zu {pane} gehen, oder es ausblenden</translation>
        </message>
        <message>
            <source>Headwater goes on in the tray. Quit in the menu of its icon ends it.</source>
            <translation>Headwater läuft im Benachrichtigungsfeld weiter. „Beenden“ im Menü seines Symbols beendet es.</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <source>Tuning</source>
            <translation>Feineinstellung</translation>
        </message>
        <message>
            <source>Use a source or not (in its table)</source>
            <translation>Eine Quelle benutzen oder nicht (in ihrer Tabelle)</translation>
        </message>
    </context>
    <context>
        <name>MediaBar</name>
        <message>
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>Stumm</translation>
        </message>
        <message>
            <source>Open in another player</source>
            <translation>In anderem Abspielprogramm öffnen</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Abspielen oder anhalten</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Lautstärke</translation>
        </message>
    </context>
    <context>
        <name>MediaFace</name>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Open in another player</source>
            <translation>In anderem Abspielprogramm öffnen</translation>
        </message>
    </context>
    <context>
        <name>MediaView</name>
        <message>
            <source>Player</source>
            <translation>Abspielprogramm</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Ton</translation>
        </message>
        <message>
            <source>The player built in cannot show {}. Open it in another player; it plays while it comes.</source>
            <translation>Das eingebaute Abspielprogramm kann {} nicht zeigen. Öffnen Sie es in einem anderen; es läuft, während die Datei kommt.</translation>
        </message>
        <message>
            <source>There is nothing in it that can be played.</source>
            <translation>Darin ist nichts, das sich abspielen lässt.</translation>
        </message>
        <message>
            <source>Waiting for bytes, {percent}</source>
            <translation>Wartet auf Bytes, {percent}</translation>
        </message>
        <message>
            <source>Waiting for the first bytes</source>
            <translation>Wartet auf die ersten Bytes</translation>
        </message>
        <message>
            <source>this film</source>
            <translation>diesen Film</translation>
        </message>
    </context>
    <context>
        <name>MemberModel</name>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>{path}, locked with a password</source>
            <translation>{path}, mit einem Passwort verschlossen</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;Appearance</source>
            <translation>&amp;Aussehen</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>S&amp;palten</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>&amp;Downloads</source>
            <translation>D&amp;ownloads</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>Follow the &amp;system</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <source>High &amp;contrast</source>
            <translation>Hoher &amp;Kontrast</translation>
        </message>
    </context>
    <context>
        <name>MirrorsPage</name>
        <message>
            <source>: it is never used.</source>
            <translation>: er wird nie benutzt.</translation>
        </message>
        <message>
            <source>; what the administrator says of it ({patterns}) comes first</source>
            <translation>; was die Verwaltung dazu sagt ({patterns}), geht vor</translation>
        </message>
        <message>
            <source>As&amp;k the server</source>
            <translation>Server &amp;fragen</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>Fragt nach …</translation>
        </message>
        <message>
            <source>Connects to the link now, and says what its server gives</source>
            <translation>Verbindet sich jetzt mit dem Link und sagt, was sein Server hergibt</translation>
        </message>
        <message>
            <source>Hosts with preferences will stand here; until then all are ranked by what they bring.</source>
            <translation>Hier werden Server mit Vorlieben stehen; bis dahin zählt bei allen, was sie bringen.</translation>
        </message>
        <message>
            <source>It is a web page, not a file.</source>
            <translation>Es ist eine Webseite, keine Datei.</translation>
        </message>
        <message>
            <source>Mirror preferences</source>
            <translation>Spiegelserver</translation>
        </message>
        <message>
            <source>No row fits {host}</source>
            <translation>Keine Zeile passt auf {host}</translation>
        </message>
        <message>
            <source>No row fits {host}; the scheduler decides by what it measures.</source>
            <translation>Keine Zeile passt zu {host}; der Planer entscheidet nach dem, was er misst.</translation>
        </message>
        <message>
            <source>Preferences for hosts; of each column the first row that fits a host counts</source>
            <translation>Vorlieben für Server; je Spalte zählt die erste Zeile, die auf einen Server passt</translation>
        </message>
        <message>
            <source>Row {row} ({pattern}) counts for {host}</source>
            <translation>Für {host} zählt Zeile {row} ({pattern})</translation>
        </message>
        <message>
            <source>Rows {rows} count for {host}; of each column the first that says something</source>
            <translation>Für {host} zählen die Zeilen {rows}; je Spalte die erste, die etwas sagt</translation>
        </message>
        <message>
            <source>Try a host or link</source>
            <translation>Server oder Link ausprobieren</translation>
        </message>
        <message>
            <source>Try a host or link: which rows count for it?</source>
            <translation>Server oder Link ausprobieren: Welche Zeilen zählen?</translation>
        </message>
        <message>
            <source>only from the beginning</source>
            <translation>nur von Anfang an</translation>
        </message>
        <message>
            <source>ranges unknown</source>
            <translation>Bereiche unbekannt</translation>
        </message>
        <message>
            <source>ranges work</source>
            <translation>Bereiche gehen</translation>
        </message>
        <message>
            <source>{name}, {size}, {ranges}, first byte after {latency}.</source>
            <translation>{name}, {size}, {ranges}, erstes Byte nach {latency}.</translation>
        </message>
    </context>
    <context>
        <name>MoreFields</name>
        <message>
            <source>&amp;More options</source>
            <translation>&amp;Mehr Angaben</translation>
        </message>
        <message>
            <source>More options</source>
            <translation>Mehr Angaben</translation>
        </message>
    </context>
    <context>
        <name>NameFilter</name>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
    </context>
    <context>
        <name>NetworkPage</name>
        <message>
            <source>&amp;Connecting takes at most</source>
            <translation>&amp;Verbinden dauert höchstens</translation>
        </message>
        <message>
            <source>&amp;Proxy</source>
            <translation>&amp;Proxy</translation>
        </message>
        <message>
            <source>&amp;Silence lasts at most</source>
            <translation>&amp;Stille dauert höchstens</translation>
        </message>
        <message>
            <source>&amp;Trust without a certificate</source>
            <translation>Ohne Zertifikat ver&amp;trauen</translation>
        </message>
        <message>
            <source>&amp;User agent</source>
            <translation>&amp;User-Agent</translation>
        </message>
        <message>
            <source>A connection that brings nothing for so long is given up</source>
            <translation>Eine Verbindung, die so lange nichts bringt, wird aufgegeben</translation>
        </message>
        <message>
            <source>A file with certificates (PEM) that are trusted beside those of the system</source>
            <translation>Eine Datei mit Zertifikaten (PEM), denen neben denen des Systems vertraut wird</translation>
        </message>
        <message>
            <source>A re&amp;quest takes at most</source>
            <translation>Eine Anfr&amp;age dauert höchstens</translation>
        </message>
        <message>
            <source>After this a source counts as out of reach for a while</source>
            <translation>Danach gilt eine Quelle eine Weile als unerreichbar</translation>
        </message>
        <message>
            <source>After this what a connection was asked for and has not brought is asked for anew</source>
            <translation>Danach wird neu angefragt, was eine Verbindung bis dahin nicht gebracht hat</translation>
        </message>
        <message>
            <source>As the system says</source>
            <translation>Wie das System sagt</translation>
        </message>
        <message>
            <source>Ask for &amp;releases at</source>
            <translation>Nach Ve&amp;rsionen fragen bei</translation>
        </message>
        <message>
            <source>Asked when you say Help, Check for updates, and never otherwise</source>
            <translation>Gefragt wird, wenn Sie Hilfe, Nach Aktualisierungen sehen wählen, und sonst nie</translation>
        </message>
        <message>
            <source>C&amp;onnections at most</source>
            <translation>Verbin&amp;dungen höchstens</translation>
        </message>
        <message>
            <source>Certificate &amp;authorities</source>
            <translation>&amp;Zertifizierungsstellen</translation>
        </message>
        <message>
            <source>Certificate authorities</source>
            <translation>Zertifizierungsstellen</translation>
        </message>
        <message>
            <source>Headwater's own</source>
            <translation>Der von Headwater</translation>
        </message>
        <message>
            <source>Hosts or patterns, one a line, whose certificate is not checked: anybody on the way may read along</source>
            <translation>Server oder Muster, einer pro Zeile, deren Zertifikat nicht geprüft wird: jeder auf dem Weg kann mitlesen</translation>
        </message>
        <message>
            <source>In the system's keyring at once, for the proxy as it stands above</source>
            <translation>Sofort im Schlüsselbund des Systems, für den Proxy, wie er oben steht</translation>
        </message>
        <message>
            <source>Its pass&amp;word</source>
            <translation>Sein Pass&amp;wort</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <source>Of all downloads together; they share them evenly, as they share those that one host may have</source>
            <translation>Aller Downloads zusammen; sie teilen sie gleichmäßig unter sich, ebenso die, die ein Host haben darf</translation>
        </message>
        <message>
            <source>What servers are told of this program</source>
            <translation>Was Server über dieses Programm erfahren</translation>
        </message>
        <message>
            <source>http://host:port or socks5://host:port; “direct” for none</source>
            <translation>http://host:port oder socks5://host:port; „direct“ für keinen</translation>
        </message>
        <message>
            <source>{title}: there is no file {path}</source>
            <translation>{title}: es gibt keine Datei {path}</translation>
        </message>
    </context>
    <context>
        <name>OfferBar</name>
        <message>
            <source> and {count} more</source>
            <translation> und {count} weitere</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>Hin&amp;zufügen …</translation>
        </message>
        <message>
            <source>Add the copied links</source>
            <translation>Die kopierten Links hinzufügen</translation>
        </message>
        <message>
            <source>Add the copied links (Ctrl+Shift+A)</source>
            <translation>Die kopierten Links hinzufügen (Strg+Umschalt+A)</translation>
        </message>
        <message>
            <source>Copied links</source>
            <translation>Kopierte Links</translation>
        </message>
        <message>
            <source>Leave the copied links alone</source>
            <translation>Die kopierten Links in Ruhe lassen</translation>
        </message>
        <message>
            <source>Leave them alone; they are not offered again</source>
            <translation>In Ruhe lassen; sie werden nicht mehr angeboten</translation>
        </message>
        <message>
            <source>{links} copied: {names}</source>
            <translation>{links} kopiert: {names}</translation>
        </message>
    </context>
    <context>
        <name>OptionsDialog</name>
        <message>
            <source>&amp;Checksum</source>
            <translation>&amp;Prüfsumme</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>A running download begins its connections anew where they depend on this.</source>
            <translation>Ein laufender Download beginnt Verbindungen neu, wo sie davon abhängen.</translation>
        </message>
        <message>
            <source>Checksum</source>
            <translation>Prüfsumme</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>Dateiname</translation>
        </message>
        <message>
            <source>Nam&amp;e</source>
            <translation>Nam&amp;e</translation>
        </message>
        <message>
            <source>Optional: SHA-256 or another, to prove the file</source>
            <translation>Freiwillig: SHA-256 oder eine andere, als Beweis für die Datei</translation>
        </message>
        <message>
            <source>Options of “{name}”</source>
            <translation>Optionen von „{name}“</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Was nicht stimmt</translation>
        </message>
        <message>
            <source>What the file is judged by; left empty, it is taken as it came</source>
            <translation>Woran die Datei gemessen wird; bleibt es leer, wird sie genommen, wie sie kam</translation>
        </message>
    </context>
    <context>
        <name>PasswordsPage</name>
        <message>
            <source>&amp;Cookie file</source>
            <translation>&amp;Cookie-Datei</translation>
        </message>
        <message>
            <source>&amp;Forget this host's</source>
            <translation>Die dieses Servers &amp;vergessen</translation>
        </message>
        <message>
            <source>&amp;Host</source>
            <translation>&amp;Server</translation>
        </message>
        <message>
            <source>&amp;Password file</source>
            <translation>&amp;Passwortdatei</translation>
        </message>
        <message>
            <source>&amp;User name</source>
            <translation>&amp;Benutzername</translation>
        </message>
        <message>
            <source>A netrc file, as curl and others use it</source>
            <translation>Eine netrc-Datei, wie curl und andere sie benutzen</translation>
        </message>
        <message>
            <source>A server that asks for a name and password finds them in the system's keyring. They never stand in Headwater's own files.</source>
            <translation>Ein Server, der nach Name und Passwort fragt, findet sie im Schlüsselbund des Systems. Sie stehen nie in Headwaters eigenen Dateien.</translation>
        </message>
        <message>
            <source>Asking the keyring…</source>
            <translation>Fragt den Schlüsselbund …</translation>
        </message>
        <message>
            <source>Cookie file</source>
            <translation>Cookie-Datei</translation>
        </message>
        <message>
            <source>Cookies that a browser exported (cookies.txt), for servers that one logs in to</source>
            <translation>Cookies, die ein Browser exportiert hat (cookies.txt), für Server, bei denen man sich anmeldet</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>Pass&amp;wort</translation>
        </message>
        <message>
            <source>Password file</source>
            <translation>Passwortdatei</translation>
        </message>
        <message>
            <source>Passwords</source>
            <translation>Passwörter</translation>
        </message>
        <message>
            <source>Put into the &amp;keyring</source>
            <translation>&amp;In den Schlüsselbund legen</translation>
        </message>
        <message>
            <source>The keyring has none for {host} any more.</source>
            <translation>Der Schlüsselbund hat für {host} keine mehr.</translation>
        </message>
        <message>
            <source>The keyring has them for {host} now.</source>
            <translation>Der Schlüsselbund hat sie jetzt für {host}.</translation>
        </message>
        <message>
            <source>login credentials keyring user</source>
            <translation>Anmeldung Zugangsdaten Schlüsselbund Benutzer</translation>
        </message>
    </context>
    <context>
        <name>PdfReader</name>
        <message>
            <source>This PDF asks for a password.</source>
            <translation>Dieses PDF verlangt ein Passwort.</translation>
        </message>
        <message>
            <source>This PDF cannot be shown: its structure is damaged.</source>
            <translation>Dieses PDF lässt sich nicht zeigen: sein Aufbau ist beschädigt.</translation>
        </message>
        <message>
            <source>This PDF is protected in a way that the viewer does not know.</source>
            <translation>Dieses PDF ist auf eine Weise geschützt, die der Betrachter nicht kennt.</translation>
        </message>
    </context>
    <context>
        <name>PdfView</name>
        <message>
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Page number</source>
            <translation>Seitenzahl</translation>
        </message>
        <message>
            <source>Page {page} is on its way</source>
            <translation>Seite {page} ist unterwegs</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Vorige Seite</translation>
        </message>
        <message>
            <source>of {pages}</source>
            <translation>von {pages}</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>&amp;Look inside the selected download</source>
            <translation>In den ausgewählten Download &amp;hineinsehen</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>What the preview needs is fetched first; without it, every file comes from its beginning on</source>
            <translation>Was die Vorschau braucht, kommt zuerst; ohne sie kommt jede Datei von Anfang an</translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source>No bytes yet</source>
            <translation>Noch keine Bytes</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>Keine Vorschau</translation>
        </message>
        <message>
            <source>Not running</source>
            <translation>Läuft nicht</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Preview is off</source>
            <translation>Die Vorschau ist aus</translation>
        </message>
        <message>
            <source>Select a download to look inside while it comes.</source>
            <translation>Wählen Sie einen Download aus, um hineinzusehen, während er kommt.</translation>
        </message>
        <message>
            <source>The preview appears as soon as the download goes on.</source>
            <translation>Die Vorschau erscheint, sobald der Download weitergeht.</translation>
        </message>
        <message>
            <source>The preview appears as soon as the first ones arrive.</source>
            <translation>Die Vorschau erscheint, sobald die ersten da sind.</translation>
        </message>
        <message>
            <source>The settings turn it on.</source>
            <translation>In den Einstellungen geht sie an.</translation>
        </message>
    </context>
    <context>
        <name>ProxyPassword</name>
        <message>
            <source>For a proxy like http://name@host:port</source>
            <translation>Für einen Proxy wie http://name@host:port</translation>
        </message>
        <message>
            <source>Forget &amp;it</source>
            <translation>Ver&amp;gessen</translation>
        </message>
        <message>
            <source>Password of the proxy</source>
            <translation>Passwort des Proxys</translation>
        </message>
        <message>
            <source>Put into the &amp;keyring</source>
            <translation>In den Schlüssel&amp;bund legen</translation>
        </message>
        <message>
            <source>The keyring has no password of the proxy any more.</source>
            <translation>Der Schlüsselbund hat kein Passwort des Proxys mehr.</translation>
        </message>
        <message>
            <source>The keyring has the password of the proxy now.</source>
            <translation>Der Schlüsselbund hat jetzt das Passwort des Proxys.</translation>
        </message>
        <message>
            <source>What the keyring says</source>
            <translation>Was der Schlüsselbund sagt</translation>
        </message>
    </context>
    <context>
        <name>ProxyText</name>
        <message>
            <source>Proxy: write http://host:port, socks5://host:port or “direct”</source>
            <translation>Proxy: schreiben Sie http://server:port, socks5://server:port oder „direct“</translation>
        </message>
    </context>
    <context>
        <name>QueueMenu</name>
        <message>
            <source>Downloads at &amp;once</source>
            <translation>Downloads &amp;zugleich</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Speed &amp;limit</source>
            <translation>Te&amp;mpolimit</translation>
        </message>
    </context>
    <context>
        <name>QueuesDialog</name>
        <message>
            <source>&amp;At once</source>
            <translation>&amp;Zugleich</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>&amp;Offen</translation>
        </message>
        <message>
            <source>Always; or hours, as Mon-Fri 22:00-07:00; Sat 00:00-24:00</source>
            <translation>Immer; oder Zeiten wie Mo-Fr 22:00-07:00; Sa 00:00-24:00</translation>
        </message>
        <message>
            <source>Each runs so many of its downloads at once, beside the other queues, while it is open.</source>
            <translation>Jede lässt so viele ihrer Downloads zugleich laufen, neben den anderen Schlangen, solange sie offen ist.</translation>
        </message>
        <message>
            <source>Main queue</source>
            <translation>Hauptschlange</translation>
        </message>
        <message>
            <source>Main queue, at once</source>
            <translation>Hauptschlange, zugleich</translation>
        </message>
        <message>
            <source>Main queue, open</source>
            <translation>Hauptschlange, offen</translation>
        </message>
        <message>
            <source>Main queue, stopped</source>
            <translation>Hauptschlange, angehalten</translation>
        </message>
        <message>
            <source>New queue</source>
            <translation>Neue Warteschlange</translation>
        </message>
        <message>
            <source>Other queues</source>
            <translation>Weitere Warteschlangen</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Warteschlangen</translation>
        </message>
        <message>
            <source>Queues with names of their own</source>
            <translation>Warteschlangen mit eigenen Namen</translation>
        </message>
        <message>
            <source>S&amp;topped: nothing of it runs</source>
            <translation>&amp;Angehalten: nichts davon läuft</translation>
        </message>
        <message>
            <source>Your own queues will stand here; until then all downloads wait in the main one.</source>
            <translation>Hier werden Ihre eigenen Warteschlangen stehen; bis dahin warten alle Downloads in der Hauptschlange.</translation>
        </message>
    </context>
    <context>
        <name>RankingPage</name>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message numerus="yes">
            <source>%n host(s) are listed, as of {time}.</source>
            <translation>
                <numerusform>%n Server steht auf der Liste, Stand {time}.</numerusform>
                <numerusform>%n Server stehen auf der Liste, Stand {time}.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Your country</source>
            <translation>I&amp;hr Land</translation>
        </message>
        <message>
            <source>A few tiny packets once a day to each server of a running download; never through a proxy</source>
            <translation>Einmal am Tag einige winzige Pakete an jeden Server eines laufenden Downloads; nie durch einen Proxy</translation>
        </message>
        <message>
            <source>A link or a file: JSON that gives hosts a score from 0 to 1. The last good one stays in force</source>
            <translation>Ein Link oder eine Datei: JSON, das Servern eine Wertung von 0 bis 1 gibt. Die letzte brauchbare gilt weiter</translation>
        </message>
        <message>
            <source>As detected</source>
            <translation>Wie erkannt</translation>
        </message>
        <message>
            <source>As the system says it; downloads from this computer itself always go on</source>
            <translation>Wie es das System sagt; Downloads von diesem Computer selbst laufen immer weiter</translation>
        </message>
        <message>
            <source>Count the &amp;hops to servers</source>
            <translation>Die &amp;Sprünge zu Servern zählen</translation>
        </message>
        <message>
            <source>Detected: {country}, by the language settings</source>
            <translation>Erkannt: {country}, an den Spracheinstellungen</translation>
        </message>
        <message>
            <source>Detected: {country}, by the time zone</source>
            <translation>Erkannt: {country}, an der Zeitzone</translation>
        </message>
        <message>
            <source>E&amp;xcept for</source>
            <translation>&amp;Außer für</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weitermachen</translation>
        </message>
        <message>
            <source>Go on, but slower</source>
            <translation>Weitermachen, aber langsamer</translation>
        </message>
        <message>
            <source>Hosts or patterns, one a line, to which no such packet is sent</source>
            <translation>Server oder Muster, je Zeile eines, an die kein solches Paket geht</translation>
        </message>
        <message>
            <source>In the background; a server that has nothing new sends nothing</source>
            <translation>Im Hintergrund; ein Server, der nichts Neues hat, schickt nichts</translation>
        </message>
        <message>
            <source>In your currency; added to the cost of every source outside of your own network</source>
            <translation>In Ihrer Währung; kommt zu den Kosten jeder Quelle außerhalb Ihres eigenen Netzes hinzu</translation>
        </message>
        <message>
            <source>It costs per &amp;GB</source>
            <translation>Kosten je &amp;GB</translation>
        </message>
        <message>
            <source>Look at it &amp;every</source>
            <translation>&amp;Nachsehen alle</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>Not detected</source>
            <translation>Nicht erkannt</translation>
        </message>
        <message>
            <source>On a &amp;metered connection</source>
            <translation>Bei ge&amp;takteter Verbindung</translation>
        </message>
        <message>
            <source>Ranking &amp;list</source>
            <translation>Rang&amp;liste</translation>
        </message>
        <message>
            <source>Ranking list: write a link, as https://host/list.json, or a path</source>
            <translation>Rangliste: Tragen Sie einen Link wie https://host/list.json oder einen Pfad ein</translation>
        </message>
        <message>
            <source>Ranking of sources</source>
            <translation>Rangfolge der Quellen</translation>
        </message>
        <message>
            <source>Slower &amp;is</source>
            <translation>Langsa&amp;mer heißt</translation>
        </message>
        <message>
            <source>Sources that are nearer rank better; where they are, documents and an offline table tell</source>
            <translation>Nähere Quellen stehen weiter oben; wo sie sind, sagen Dokumente und eine mitgelieferte Tabelle</translation>
        </message>
        <message>
            <source>The connection is metered.</source>
            <translation>Die Verbindung ist getaktet.</translation>
        </message>
        <message>
            <source>The connection is not metered.</source>
            <translation>Die Verbindung ist nicht getaktet.</translation>
        </message>
        <message>
            <source>The system does not say whether the connection is metered.</source>
            <translation>Das System sagt nicht, ob die Verbindung getaktet ist.</translation>
        </message>
        <message>
            <source>Wait for another connection</source>
            <translation>Auf eine andere Verbindung warten</translation>
        </message>
        <message>
            <source>What all downloads together get then</source>
            <translation>Was alle Downloads zusammen dann bekommen</translation>
        </message>
        <message>
            <source>What counts beside measured speed and latency; how much each counts, the scheduler's weights say</source>
            <translation>Was neben gemessenem Tempo und Latenz zählt; wie viel, sagen die Gewichte des Planers</translation>
        </message>
    </context>
    <context>
        <name>Removals</name>
        <message>
            <source>Removed {what}.</source>
            <translation>{what} entfernt.</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>Copy or close</source>
            <translation>Kopieren oder schließen</translation>
        </message>
        <message>
            <source>Diagnostic report</source>
            <translation>Diagnosebericht</translation>
        </message>
        <message>
            <source>Open &amp;folder</source>
            <translation>&amp;Ordner öffnen</translation>
        </message>
        <message>
            <source>Something unexpected happened in Headwater. No download was lost. This report holds no links and no passwords, and goes nowhere by itself; you may pass it on to those who make Headwater.</source>
            <translation>In Headwater ist etwas Unerwartetes geschehen. Kein Download ging verloren. Dieser Bericht enthält keine Links und keine Passwörter und geht von selbst nirgendwohin; Sie können ihn denen geben, die Headwater machen.</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Etwas ging schief</translation>
        </message>
        <message>
            <source>The report</source>
            <translation>Der Bericht</translation>
        </message>
        <message>
            <source>What one who helps you wants to know. It holds no links, hosts, names or passwords.</source>
            <translation>Was jemand wissen will, der Ihnen hilft. Er enthält keine Links, Server, Namen oder Passwörter.</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater startet noch; versuchen Sie es gleich noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>RowsDialog</name>
        <message>
            <source>Save or cancel</source>
            <translation>Speichern oder abbrechen</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Was nicht stimmt</translation>
        </message>
    </context>
    <context>
        <name>RowsTable</name>
        <message>
            <source>Add a row</source>
            <translation>Eine Zeile hinzufügen</translation>
        </message>
        <message>
            <source>Add ro&amp;w</source>
            <translation>Zeile &amp;hinzufügen</translation>
        </message>
        <message>
            <source>Move the row down</source>
            <translation>Zeile nach unten</translation>
        </message>
        <message>
            <source>Move the row down (Alt+Down)</source>
            <translation>Zeile nach unten (Alt+Ab)</translation>
        </message>
        <message>
            <source>Move the row up</source>
            <translation>Zeile nach oben</translation>
        </message>
        <message>
            <source>Move the row up (Alt+Up)</source>
            <translation>Zeile nach oben (Alt+Auf)</translation>
        </message>
        <message>
            <source>Re&amp;move row</source>
            <translation>Zeile &amp;entfernen</translation>
        </message>
        <message>
            <source>Remove the selected rows</source>
            <translation>Die ausgewählten Zeilen entfernen</translation>
        </message>
        <message>
            <source>Row {number}. {error}</source>
            <translation>Zeile {number}. {error}</translation>
        </message>
        <message>
            <source>Row {row}. {wrong}</source>
            <translation>Zeile {row}. {wrong}</translation>
        </message>
        <message>
            <source>What is wrong in the table</source>
            <translation>Was in der Tabelle nicht stimmt</translation>
        </message>
    </context>
    <context>
        <name>SchedulerPage</name>
        <message>
            <source>Scheduler</source>
            <translation>Planer</translation>
        </message>
        <message>
            <source>What new downloads begin with, and all that were not tuned one by one.</source>
            <translation>Womit neue Downloads beginnen, und alle, die nicht einzeln eingestellt wurden.</translation>
        </message>
        <message>
            <source>tuning preset interval channels recovery look-ahead spans weights</source>
            <translation>Feineinstellung Vorgabe Intervall Kanäle Ablösung Vorausschau Abschnitte Gewichte</translation>
        </message>
    </context>
    <context>
        <name>SeekBar</name>
        <message>
            <source>Position in the film</source>
            <translation>Stelle im Film</translation>
        </message>
    </context>
    <context>
        <name>SessionStart</name>
        <message>
            <source>The registry cannot be changed: {reason}.</source>
            <translation>Die Registrierung lässt sich nicht ändern: {reason}.</translation>
        </message>
        <message>
            <source>The registry cannot be read: {reason}.</source>
            <translation>Die Registrierung lässt sich nicht lesen: {reason}.</translation>
        </message>
        <message>
            <source>{path} cannot be changed: {reason}.</source>
            <translation>{path} lässt sich nicht ändern: {reason}.</translation>
        </message>
    </context>
    <context>
        <name>SettingsCommands</name>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater startet noch; versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>The language changes with the next start.</source>
            <translation>Die Sprache wechselt mit dem nächsten Start.</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Export settings</source>
            <translation>Einstellungen exportieren</translation>
        </message>
        <message>
            <source>Export these settings to a file</source>
            <translation>Diese Einstellungen in eine Datei exportieren</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <source>Import settings</source>
            <translation>Einstellungen importieren</translation>
        </message>
        <message>
            <source>Import settings from a file</source>
            <translation>Einstellungen aus einer Datei importieren</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Read from {name}. Save puts it in force.</source>
            <translation>Aus {name} gelesen. Speichern setzt sie in Kraft.</translation>
        </message>
        <message>
            <source>Save or cancel</source>
            <translation>Speichern oder abbrechen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Search the settings</source>
            <translation>Die Einstellungen durchsuchen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Settings (*.json)</source>
            <translation>Einstellungen (*.json)</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>Was daraus wurde</translation>
        </message>
        <message>
            <source>Wrote {target}.</source>
            <translation>{target} geschrieben.</translation>
        </message>
    </context>
    <context>
        <name>SettingsValues</name>
        <message>
            <source>0 to 1; 1 is best</source>
            <translation>0 bis 1; 1 ist am besten</translation>
        </message>
        <message>
            <source>07:00; before “From” it is the next day</source>
            <translation>07:00; vor „Von“ ist es der nächste Tag</translation>
        </message>
        <message>
            <source>A host, or a pattern: *.example.org</source>
            <translation>Ein Server oder ein Muster: *.example.org</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>Verbindungen</translation>
        </message>
        <message>
            <source>Connections: write a whole number</source>
            <translation>Verbindungen: schreiben Sie eine ganze Zahl</translation>
        </message>
        <message>
            <source>Cost/GB</source>
            <translation>Kosten/GB</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <source>Country: write two letters, as DE</source>
            <translation>Land: schreiben Sie zwei Buchstaben, etwa DE</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>Days: “{word}” is no day; write {days}</source>
            <translation>Tage: „{word}“ ist kein Tag; schreiben Sie {days}</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>Fr</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>GB/month</source>
            <translation>GB/Monat</translation>
        </message>
        <message>
            <source>Gigabytes a month; what goes beyond is fetched elsewhere</source>
            <translation>Gigabyte im Monat; was darüber hinausgeht, kommt von anderswo</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Hosts: write a host or a pattern, as *.example.org, without http://</source>
            <translation>Server: schreiben Sie einen Server oder ein Muster wie *.example.org, ohne http://</translation>
        </message>
        <message>
            <source>In your currency</source>
            <translation>In Ihrer Währung</translation>
        </message>
        <message>
            <source>Kilobytes per second; empty is no limit</source>
            <translation>Kilobyte pro Sekunde; leer ist keine Grenze</translation>
        </message>
        <message>
            <source>Limit in kB/s</source>
            <translation>Grenze in kB/s</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>Mo</translation>
        </message>
        <message>
            <source>Mon-Fri, Sat, Sun; empty is every day</source>
            <translation>Mo-Fr, Sa, So; leer ist jeder Tag</translation>
        </message>
        <message>
            <source>Most at once, 1 to 128</source>
            <translation>Höchstens zugleich, 1 bis 128</translation>
        </message>
        <message>
            <source>Never use these hosts</source>
            <translation>Diese Server nie benutzen</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>Sa</translation>
        </message>
        <message>
            <source>Speed limit in kilobytes per second</source>
            <translation>Tempolimit in Kilobyte pro Sekunde</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>So</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>Do</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>Di</translation>
        </message>
        <message>
            <source>Two letters, as DE</source>
            <translation>Zwei Buchstaben, etwa DE</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>Mi</translation>
        </message>
        <message>
            <source>every day</source>
            <translation>jeden Tag</translation>
        </message>
        <message>
            <source>{title}: must lie between {low:g} and {high:g}</source>
            <translation>{title}: muss zwischen {low:g} und {high:g} liegen</translation>
        </message>
        <message>
            <source>{title}: write a time, as 22:00</source>
            <translation>{title}: schreiben Sie eine Uhrzeit, etwa 22:00</translation>
        </message>
        <message>
            <source>{title}: “{text}” is no number</source>
            <translation>{title}: „{text}“ ist keine Zahl</translation>
        </message>
    </context>
    <context>
        <name>ShareFields</name>
        <message>
            <source>&amp;Order</source>
            <translation>Re&amp;ihenfolge</translation>
        </message>
        <message>
            <source>&amp;Priority</source>
            <translation>Priorit&amp;ät</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>Warteschlan&amp;ge</translation>
        </message>
        <message>
            <source>By its type and host</source>
            <translation>Nach Art und Server</translation>
        </message>
        <message>
            <source>Categor&amp;y</source>
            <translation>&amp;Kategorie</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Co&amp;nnections</source>
            <translation>Verbindu&amp;ngen</translation>
        </message>
        <message>
            <source>Connections at most</source>
            <translation>Höchstens so viele Verbindungen</translation>
        </message>
        <message>
            <source>Most connections of this download, over all its sources</source>
            <translation>So viele Verbindungen hat dieser Download höchstens, über alle Quellen</translation>
        </message>
        <message>
            <source>Most sources used at once, those that rank best</source>
            <translation>So viele Quellen werden höchstens zugleich benutzt, die mit dem besten Rang</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>Order of the bytes</source>
            <translation>Reihenfolge der Bytes</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Sources at most</source>
            <translation>Höchstens so viele Quellen</translation>
        </message>
        <message>
            <source>Speed limit</source>
            <translation>Tempolimit</translation>
        </message>
        <message>
            <source>The main one</source>
            <translation>Die Hauptschlange</translation>
        </message>
        <message>
            <source>What comes first where no preview or player asks for something else</source>
            <translation>Was zuerst kommt, wo keine Vorschau und kein Player anderes verlangt</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Aktionen und ihre Tasten</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Others can be chosen in the settings, on the page Shortcuts.</source>
            <translation>Andere wählen Sie in den Einstellungen, auf der Seite Tastenkürzel.</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>&amp;All defaults</source>
            <translation>&amp;Alle auf Vorgabe</translation>
        </message>
        <message>
            <source>&amp;Default</source>
            <translation>&amp;Vorgabe</translation>
        </message>
        <message>
            <source>&amp;New keys</source>
            <translation>&amp;Neue Tasten</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Aktionen und ihre Tasten</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Press the new keys of the selected action</source>
            <translation>Drücken Sie die neuen Tasten der ausgewählten Aktion</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>a pane</source>
            <translation>ein Bereich des Fensters</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>{keys} is given to “{one}” and to “{other}”; choose another for one of them</source>
            <translation>{keys} gehört zu „{one}“ und zu „{other}“; wählen Sie für eines davon andere</translation>
        </message>
    </context>
    <context>
        <name>SourceMenu</name>
        <message>
            <source>&amp;Another…</source>
            <translation>&amp;Andere …</translation>
        </message>
        <message>
            <source>&amp;Ask again, now</source>
            <translation>&amp;Jetzt noch einmal fragen</translation>
        </message>
        <message>
            <source>&amp;Copy link</source>
            <translation>Link &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Limit it</source>
            <translation>&amp;Begrenzen</translation>
        </message>
        <message>
            <source>&amp;Pin it before all others</source>
            <translation>Vor allen anderen an&amp;heften</translation>
        </message>
        <message>
            <source>&amp;Rank all by their scores again</source>
            <translation>Alle wieder nach &amp;Wertung ordnen</translation>
        </message>
        <message>
            <source>&amp;Use it</source>
            <translation>Ben&amp;utzen</translation>
        </message>
        <message>
            <source>Kilobytes per second, at most, from {host}:</source>
            <translation>Kilobyte pro Sekunde, höchstens, von {host}:</translation>
        </message>
        <message>
            <source>Limit a source</source>
            <translation>Eine Quelle begrenzen</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
    </context>
    <context>
        <name>SourceModel</name>
        <message numerus="yes">
            <source>%Ln hop(s)</source>
            <translation>
                <numerusform>%Ln Netzsprung</numerusform>
                <numerusform>%Ln Netzsprünge</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;b&gt;{host}&lt;/b&gt;, rank {rank}, score {score}</source>
            <translation>&lt;b&gt;{host}&lt;/b&gt;, Rang {rank}, Wertung {score}</translation>
        </message>
        <message>
            <source>&lt;b&gt;{host}&lt;/b&gt;, rank {rank}; its throughput is not measured yet</source>
            <translation>&lt;b&gt;{host}&lt;/b&gt;, Rang {rank}; ihr Durchsatz ist noch nicht gemessen</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>Cost per GB</source>
            <translation>Kosten je GB</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>Hat</translation>
        </message>
        <message>
            <source>Hops</source>
            <translation>Sprünge</translation>
        </message>
        <message>
            <source>It holds all of the file, as far as is known</source>
            <translation>Sie hat die ganze Datei, soweit bekannt</translation>
        </message>
        <message>
            <source>It holds nothing of the file</source>
            <translation>Sie hat nichts von der Datei</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>Latenz</translation>
        </message>
        <message>
            <source>Ranges</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Empfangen</translation>
        </message>
        <message>
            <source>Scheme</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>Wertung</translation>
        </message>
        <message>
            <source>Several ranges</source>
            <translation>Mehrere Bereiche</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Share in all</source>
            <translation>Anteil gesamt</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>You wish: {wish}</source>
            <translation>Ihr Wunsch: {wish}</translation>
        </message>
        <message>
            <source>Your wish</source>
            <translation>Ihr Wunsch</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alles</translation>
        </message>
        <message>
            <source>at most {rate}</source>
            <translation>höchstens {rate}</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>no, only from the beginning</source>
            <translation>nein, nur von Anfang an</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>noch nicht bekannt</translation>
        </message>
        <message>
            <source>pinned</source>
            <translation>angeheftet</translation>
        </message>
        <message>
            <source>preferred {rank:.2f}</source>
            <translation>bevorzugt {rank:.2f}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>yes, several at once</source>
            <translation>ja, mehrere auf einmal</translation>
        </message>
        <message>
            <source>your no. {place}</source>
            <translation>Ihre Nr. {place}</translation>
        </message>
        <message>
            <source>{host}, rank {rank}, {state}, {rate}</source>
            <translation>{host}, Rang {rank}, {state}, {rate}</translation>
        </message>
        <message>
            <source>{number} per GB</source>
            <translation>{number} je GB</translation>
        </message>
        <message>
            <source>{size} came twice or in vain</source>
            <translation>{size} kamen doppelt oder vergeblich</translation>
        </message>
        <message>
            <source>{state}, identity not checked</source>
            <translation>{state}, Identität nicht geprüft</translation>
        </message>
    </context>
    <context>
        <name>SourceTable</name>
        <message>
            <source>No sources to show</source>
            <translation>Keine Quellen</translation>
        </message>
        <message>
            <source>Select a download to see where its bytes come from.</source>
            <translation>Wählen Sie einen Download aus, um zu sehen, woher seine Bytes kommen.</translation>
        </message>
        <message>
            <source>Sources of the selected download</source>
            <translation>Quellen des ausgewählten Downloads</translation>
        </message>
    </context>
    <context>
        <name>SourcesDialog</name>
        <message>
            <source>Asking…</source>
            <translation>Fragt nach …</translation>
        </message>
        <message>
            <source>Edit sources</source>
            <translation>Quellen bearbeiten</translation>
        </message>
        <message>
            <source>Links of the sources, one a line</source>
            <translation>Links der Quellen, einer pro Zeile</translation>
        </message>
        <message>
            <source>Sources of {name}, one link a line.</source>
            <translation>Quellen von {name}, ein Link pro Zeile.</translation>
        </message>
        <message>
            <source>What has arrived is kept.</source>
            <translation>Was schon da ist, bleibt erhalten.</translation>
        </message>
    </context>
    <context>
        <name>SpeedPage</name>
        <message>
            <source>&amp;In slow mode</source>
            <translation>Im &amp;Langsam-Modus</translation>
        </message>
        <message>
            <source>For all downloads together</source>
            <translation>Für alle Downloads zusammen</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>Speed &amp;limit</source>
            <translation>&amp;Tempolimit</translation>
        </message>
        <message>
            <source>Speed and timetable</source>
            <translation>Tempo und Zeitplan</translation>
        </message>
        <message>
            <source>Times with limits of their own will stand here; until then the one above holds always.</source>
            <translation>Hier werden Zeiten mit eigenen Grenzen stehen; bis dahin gilt immer die obige.</translation>
        </message>
        <message>
            <source>Timetable of speed limits; the first row that covers a moment decides</source>
            <translation>Zeitplan der Tempolimits; die erste Zeile, die passt, entscheidet</translation>
        </message>
        <message>
            <source>What all downloads together get while slow mode is on</source>
            <translation>Was alle Downloads zusammen bekommen, solange Langsam eingeschaltet ist</translation>
        </message>
        <message>
            <source>timetable days from to times</source>
            <translation>Zeitplan Tage von bis Zeiten</translation>
        </message>
    </context>
    <context>
        <name>StatisticsDialog</name>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren …</translation>
        </message>
        <message>
            <source>&amp;Forget</source>
            <translation>&amp;Vergessen</translation>
        </message>
        <message>
            <source>&amp;Forget all</source>
            <translation>&amp;Alles vergessen</translation>
        </message>
        <message>
            <source>12 months</source>
            <translation>12 Monate</translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 Tage</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 Tage</translation>
        </message>
        <message>
            <source>By &amp;day</source>
            <translation>Nach &amp;Tag</translation>
        </message>
        <message>
            <source>By &amp;host</source>
            <translation>Nach &amp;Server</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Export statistics</source>
            <translation>Statistik exportieren</translation>
        </message>
        <message>
            <source>Export the counts</source>
            <translation>Die Zahlen exportieren</translation>
        </message>
        <message>
            <source>Forget all counts</source>
            <translation>Alle Zahlen vergessen</translation>
        </message>
        <message>
            <source>Forget all counts?</source>
            <translation>Alle Zahlen vergessen?</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Numbers (*.csv)</source>
            <translation>Zahlen (*.csv)</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Empfangen</translation>
        </message>
        <message>
            <source>Saved {path}.</source>
            <translation>{path} gespeichert.</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>Statistik</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>Tabellen</translation>
        </message>
        <message>
            <source>The days on which something came will stand here.</source>
            <translation>Hier werden die Tage stehen, an denen etwas kam.</translation>
        </message>
        <message>
            <source>The hosts that files came from in this time will stand here.</source>
            <translation>Hier werden die Server stehen, von denen in dieser Zeit Dateien kamen.</translation>
        </message>
        <message>
            <source>The statistics begin anew. Downloads and files stay as they are.</source>
            <translation>Die Statistik beginnt neu. Downloads und Dateien bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>Time shown</source>
            <translation>Gezeigte Zeit</translation>
        </message>
        <message>
            <source>Today {today} · in this time {total} · since the counting began {all}</source>
            <translation>Heute {today} · in dieser Zeit {total} · seit Beginn der Zählung {all}</translation>
        </message>
        <message>
            <source>What came by day</source>
            <translation>Was kam, nach Tag</translation>
        </message>
        <message>
            <source>What came by host</source>
            <translation>Was kam, nach Server</translation>
        </message>
        <message>
            <source>What came in all</source>
            <translation>Was insgesamt kam</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Give up the search, and show the downloads of every group</source>
            <translation>Die Suche aufgeben und die Downloads aller Gruppen zeigen</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Show what was added</source>
            <translation>Hinzugefügtes zeigen</translation>
        </message>
        <message>
            <source>Show what was added, and all other downloads</source>
            <translation>Hinzugefügtes und alle anderen Downloads zeigen</translation>
        </message>
        <message>
            <source>Speed of all downloads</source>
            <translation>Tempo aller Downloads</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Rückgängig (Strg+Z)</translation>
        </message>
        <message>
            <source>Undo the removal</source>
            <translation>Das Entfernen rückgängig machen</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gescheitert</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>running</source>
            <translation>laufend</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartend</translation>
        </message>
        <message>
            <source>{duration} left</source>
            <translation>noch {duration}</translation>
        </message>
    </context>
    <context>
        <name>TextView</name>
        <message>
            <source>, the first {size} are shown</source>
            <translation>, die ersten {size} sind zu sehen</translation>
        </message>
        <message>
            <source>Text, {encoding}{of_all}</source>
            <translation>Text, {encoding}{of_all}</translation>
        </message>
        <message>
            <source>The first {size}, byte by byte</source>
            <translation>Die ersten {size}, Byte für Byte</translation>
        </message>
    </context>
    <context>
        <name>TitleKeeper</name>
        <message>
            <source>Panes: </source>
            <translation>Bereiche: </translation>
        </message>
    </context>
    <context>
        <name>TrafficChart</name>
        <message>
            <source>Nothing has come in this time</source>
            <translation>In dieser Zeit ist nichts gekommen</translation>
        </message>
        <message>
            <source>What came each day</source>
            <translation>Was an jedem Tag kam</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>d. MMM</translation>
        </message>
        <message>
            <source>other hosts</source>
            <translation>andere Server</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>, {duration} left</source>
            <translation>, noch {duration}</translation>
        </message>
        <message>
            <source>, {failed} failed</source>
            <translation>, {failed} gescheitert</translation>
        </message>
        <message>
            <source>Download done</source>
            <translation>Download fertig</translation>
        </message>
        <message>
            <source>Download failed</source>
            <translation>Download gescheitert</translation>
        </message>
        <message>
            <source>Downloads ended</source>
            <translation>Downloads beendet</translation>
        </message>
        <message>
            <source>Headwater: nothing runs</source>
            <translation>Headwater: nichts läuft</translation>
        </message>
        <message>
            <source>Headwater: {count}, {rate}{rest}</source>
            <translation>Headwater: {count}, {rate}{rest}</translation>
        </message>
        <message>
            <source>Show &amp;Headwater</source>
            <translation>Headwater &amp;zeigen</translation>
        </message>
        <message>
            <source>{count} done</source>
            <translation>{count} fertig</translation>
        </message>
    </context>
    <context>
        <name>TuningPanel</name>
        <message>
            <source>&amp;Try before it acts</source>
            <translation>Ausp&amp;robieren, bevor es wirkt</translation>
        </message>
        <message>
            <source>A&amp;pply</source>
            <translation>An&amp;wenden</translation>
        </message>
        <message>
            <source>Defaults</source>
            <translation>Standardwerte</translation>
        </message>
        <message>
            <source>Every knob back to its default</source>
            <translation>Jeden Regler zurück auf seine Vorgabe</translation>
        </message>
        <message>
            <source>Own values</source>
            <translation>Eigene Werte</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>Vorgabe</translation>
        </message>
        <message>
            <source>Simulates the sources as measured, and shows what the knobs would do</source>
            <translation>Simuliert die Quellen, wie sie gemessen sind, und zeigt, was die Regler bewirken würden</translation>
        </message>
        <message>
            <source>Tuning of the selected download</source>
            <translation>Feineinstellung des ausgewählten Downloads</translation>
        </message>
    </context>
    <context>
        <name>UpdateCheck</name>
        <message>
            <source>&amp;Open its page</source>
            <translation>Ihre &amp;Seite öffnen</translation>
        </message>
        <message>
            <source>Headwater {new} is there; you have {own}.</source>
            <translation>Headwater {new} ist da; Sie haben {own}.</translation>
        </message>
        <message>
            <source>If you know one, name it in the settings, under Network.</source>
            <translation>Wenn Sie eine kennen, tragen Sie sie in den Einstellungen unter Netzwerk ein.</translation>
        </message>
        <message>
            <source>It could not be found out whether there is a newer Headwater.</source>
            <translation>Es ließ sich nicht feststellen, ob es ein neueres Headwater gibt.</translation>
        </message>
        <message>
            <source>Nothing is installed by itself.</source>
            <translation>Von selbst wird nichts installiert.</translation>
        </message>
        <message>
            <source>There is no page yet that tells of Headwater's releases.</source>
            <translation>Noch gibt es keine Seite, die von Headwaters Ausgaben berichtet.</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>Aktualisierungen</translation>
        </message>
        <message>
            <source>You have the newest Headwater, {own}.</source>
            <translation>Sie haben das neueste Headwater, {own}.</translation>
        </message>
    </context>
    <context>
        <name>Viewers</name>
        <message>
            <source> · sharpens as it comes, {percent}</source>
            <translation> · wird schärfer, während es kommt, {percent}</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archiv</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>Fetching its table of contents.</source>
            <translation>Sein Inhaltsverzeichnis wird geholt.</translation>
        </message>
        <message>
            <source>Fetching what the first page needs.</source>
            <translation>Was die erste Seite braucht, wird geholt.</translation>
        </message>
        <message>
            <source>Fetching what the player needs first.</source>
            <translation>Was das Abspielprogramm zuerst braucht, wird geholt.</translation>
        </message>
        <message>
            <source>Film or sound</source>
            <translation>Film oder Ton</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>Keine Vorschau</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>This picture cannot be decoded.</source>
            <translation>Dieses Bild lässt sich nicht darstellen.</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>&amp;Change…</source>
            <translation>Ä&amp;ndern …</translation>
        </message>
        <message>
            <source>&amp;Let browser extensions in</source>
            <translation>Browser-Erweiterungen &amp;einlassen</translation>
        </message>
        <message>
            <source>&amp;Start with the session, and go on with what was not done</source>
            <translation>&amp;Mit der Sitzung starten und mit Unfertigem weitermachen</translation>
        </message>
        <message>
            <source>Copy the secret a&amp;gain</source>
            <translation>&amp;Geheimnis noch einmal kopieren</translation>
        </message>
        <message>
            <source>D&amp;one</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <source>Downloads go to {folder}.</source>
            <translation>Downloads kommen nach {folder}.</translation>
        </message>
        <message>
            <source>Drop a link on this window, paste one with Ctrl+V, or press Add. Name several servers that hold the same file, and it comes from all of them at once, the beginning first.</source>
            <translation>Lassen Sie einen Link auf dieses Fenster fallen, fügen Sie einen mit Strg+V ein oder drücken Sie Hinzufügen. Nennen Sie mehrere Server, die dieselbe Datei haben, dann kommt sie von allen zugleich, der Anfang zuerst.</translation>
        </message>
        <message>
            <source>Extensions of browsers that know aria2 can hand their downloads to Headwater.</source>
            <translation>Browser-Erweiterungen, die aria2 kennen, können ihre Downloads an Headwater übergeben.</translation>
        </message>
        <message>
            <source>Let in. The secret is in the clipboard: paste it into the extension's settings as the token of aria2's RPC, with the address http://localhost:{port}/jsonrpc.</source>
            <translation>Eingelassen. Das Geheimnis ist in der Zwischenablage: fügen Sie es in den Einstellungen der Erweiterung als Token für aria2-RPC ein, mit der Adresse http://localhost:{port}/jsonrpc.</translation>
        </message>
        <message>
            <source>Start with the session</source>
            <translation>Mit der Sitzung starten</translation>
        </message>
        <message>
            <source>Welcome to Headwater</source>
            <translation>Willkommen bei Headwater</translation>
        </message>
    </context>
    <context>
        <name>WhatIfChart</name>
        <message>
            <source> instead of {duration}</source>
            <translation> statt {duration}</translation>
        </message>
        <message>
            <source>, as now</source>
            <translation>, wie jetzt</translation>
        </message>
        <message>
            <source>; bytes in order come {late} later than they could, instead of {late_now}</source>
            <translation>; lückenlose Bytes kommen {late} später als möglich, statt {late_now}</translation>
        </message>
        <message>
            <source>As tried, the file would never be complete.</source>
            <translation>So würde die Datei nie vollständig.</translation>
        </message>
        <message>
            <source>At this pace all of the {size} that are left would take about {after} instead of {before}.</source>
            <translation>In diesem Tempo würden alle {size}, die noch fehlen, etwa {after} dauern statt {before}.</translation>
        </message>
        <message>
            <source>In-order progress under the tuning now and as tried</source>
            <translation>Lückenloser Fortschritt mit den jetzigen und den ausprobierten Werten</translation>
        </message>
        <message>
            <source>No difference with these sources, which are simulated as measured and without faults; what is turned here may still count where they fail, or differ in rank and price.</source>
            <translation>Kein Unterschied bei diesen Quellen, die wie gemessen und ohne Fehler simuliert werden; was hier gedreht wird, kann dennoch zählen, wo sie ausfallen oder sich in Rang und Preis unterscheiden.</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Jetzt</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>Ausprobiert</translation>
        </message>
        <message>
            <source>Turn a knob to see what it would do</source>
            <translation>Drehen Sie an einem Regler, um zu sehen, was er bewirken würde</translation>
        </message>
        <message>
            <source>What the tried tuning would do</source>
            <translation>Was die ausprobierten Werte bewirken würden</translation>
        </message>
        <message>
            <source>{name}: complete after {duration}</source>
            <translation>{name}: vollständig nach {duration}</translation>
        </message>
        <message>
            <source>{size} are complete after about {duration}, as now. Chance makes more of a difference than what is turned here.</source>
            <translation>{size} sind vollständig nach etwa {duration}, wie jetzt. Der Zufall macht mehr aus als das, was hier gedreht wird.</translation>
        </message>
        <message>
            <source>{size} are complete after {duration}</source>
            <translation>{size} sind vollständig nach {duration}</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message numerus="yes">
            <source>%Ln block(s)</source>
            <translation>
                <numerusform>%Ln Block</numerusform>
                <numerusform>%Ln Blöcke</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln channel(s)</source>
            <translation>
                <numerusform>%Ln Kanal</numerusform>
                <numerusform>%Ln Kanäle</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln download(s)</source>
            <translation>
                <numerusform>%Ln Download</numerusform>
                <numerusform>%Ln Downloads</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s)</source>
            <translation>
                <numerusform>%Ln Datei</numerusform>
                <numerusform>%Ln Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln link(s)</source>
            <translation>
                <numerusform>%Ln Link</numerusform>
                <numerusform>%Ln Links</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s)</source>
            <translation>
                <numerusform>%Ln Quelle</numerusform>
                <numerusform>%Ln Quellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>%Ln Abschnitt</numerusform>
                <numerusform>%Ln Abschnitte</numerusform>
            </translation>
        </message>
        <message>
            <source>All bytes are here; checking and saving</source>
            <translation>Alle Bytes sind da; prüft und speichert</translation>
        </message>
        <message>
            <source>Asking the sources</source>
            <translation>Fragt die Quellen</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Edit sources adds another link; a server that you trust all the same is named in Settings, Network</source>
            <translation>„Quellen bearbeiten“ fügt einen anderen Link hinzu; einen Server, dem Sie trotzdem trauen, nennen Sie in den Einstellungen unter „Netzwerk“</translation>
        </message>
        <message>
            <source>Edit sources corrects the link, or adds another</source>
            <translation>„Quellen bearbeiten“ berichtigt den Link oder fügt einen anderen hinzu</translation>
        </message>
        <message>
            <source>Edit sources corrects the link; Resume tries again</source>
            <translation>„Quellen bearbeiten“ berichtigt den Link; „Fortsetzen“ versucht es noch einmal</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Gescheitert</translation>
        </message>
        <message>
            <source>Failed; what has arrived is kept</source>
            <translation>Gescheitert; was schon da ist, bleibt erhalten</translation>
        </message>
        <message>
            <source>Finishing</source>
            <translation>Schließt ab</translation>
        </message>
        <message>
            <source>First and last parts first</source>
            <translation>Anfang und Ende zuerst</translation>
        </message>
        <message>
            <source>From the beginning</source>
            <translation>Von Anfang an</translation>
        </message>
        <message>
            <source>From {sources} over {channels}</source>
            <translation>Von {sources} über {channels}</translation>
        </message>
        <message>
            <source>Headwater goes on by itself</source>
            <translation>Headwater macht von selbst weiter</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>In {folder}</source>
            <translation>In {folder}</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Niedrig</translation>
        </message>
        <message>
            <source>Main queue</source>
            <translation>Hauptschlange</translation>
        </message>
        <message>
            <source>Make room, or choose another folder in Options; then Resume</source>
            <translation>Schaffen Sie Platz, oder wählen Sie in den Optionen einen anderen Ordner; dann „Fortsetzen“</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Options corrects the checksum, or takes it away, then Resume; Edit sources adds another link</source>
            <translation>Die Optionen berichtigen die Prüfsumme oder nehmen sie weg, dann „Fortsetzen“; „Quellen bearbeiten“ fügt einen anderen Link hinzu</translation>
        </message>
        <message>
            <source>Options gives it another name; then Resume</source>
            <translation>In den Optionen bekommt sie einen anderen Namen; dann „Fortsetzen“</translation>
        </message>
        <message>
            <source>Options takes a user name and password; then Resume</source>
            <translation>Die Optionen nehmen Benutzernamen und Passwort; dann „Fortsetzen“</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>Paused; what has arrived is kept</source>
            <translation>Angehalten; was schon da ist, bleibt erhalten</translation>
        </message>
        <message>
            <source>Refresh link… gives it a fresh one</source>
            <translation>„Link erneuern …“ gibt einen frischen</translation>
        </message>
        <message>
            <source>Resume tries again; Edit sources adds another link</source>
            <translation>Fortsetzen versucht es erneut; Quellen bearbeiten fügt einen weiteren Link hinzu</translation>
        </message>
        <message>
            <source>Resume when the cause is gone</source>
            <translation>Fortsetzen, wenn die Ursache behoben ist</translation>
        </message>
        <message>
            <source>Resume when the cause is gone, or choose another folder in Options</source>
            <translation>„Fortsetzen“, wenn die Ursache behoben ist, oder wählen Sie in den Optionen einen anderen Ordner</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Laufend</translation>
        </message>
        <message>
            <source>See in a browser where the link leads; Edit sources corrects it, or adds another</source>
            <translation>Sehen Sie in einem Browser nach, wohin der Link führt; „Quellen bearbeiten“ berichtigt ihn oder fügt einen anderen hinzu</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartend</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translation>Wartet, bis er an der Reihe ist</translation>
        </message>
        <message>
            <source>Waits for its turn in {queue}</source>
            <translation>Wartet in {queue}, bis er an der Reihe ist</translation>
        </message>
        <message>
            <source>Waits until its queue opens: {queue}</source>
            <translation>Wartet, bis seine Schlange öffnet: {queue}</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} d {hours} h</translation>
        </message>
        <message>
            <source>{hours} h {minutes:02d} min</source>
            <translation>{hours} h {minutes:02d} min</translation>
        </message>
        <message>
            <source>{minutes} min {seconds:02d} s</source>
            <translation>{minutes} min {seconds:02d} s</translation>
        </message>
        <message>
            <source>{percent} · {received} of {size}</source>
            <translation>{percent} · {received} von {size}</translation>
        </message>
        <message>
            <source>{rate}, {duration} left</source>
            <translation>{rate}, noch {duration}</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{sentence}.</source>
            <translation>{sentence}.</translation>
        </message>
        <message>
            <source>{size} so far</source>
            <translation>{size} bisher</translation>
        </message>
    </context>
    <context>
        <name>_Sheet</name>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
    </context>
</TS>
