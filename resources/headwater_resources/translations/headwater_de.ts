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
            <translation>Datei ö&amp;ffnen</translation>
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
            <source>&amp;Queues…</source>
            <translation>&amp;Warteschlangen …</translation>
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
            <translation>&amp;Einstellungen …</translation>
        </message>
        <message>
            <source>&amp;Undo the removal</source>
            <translation>Entfernen &amp;rückgängig machen</translation>
        </message>
        <message>
            <source>&amp;Verify and repair a file…</source>
            <translation>Eine Datei &amp;prüfen und reparieren …</translation>
        </message>
        <message>
            <source>&amp;Verify and repair…</source>
            <translation>&amp;Prüfen und reparieren …</translation>
        </message>
        <message>
            <source>&amp;When all is done</source>
            <translation>Wenn alles &amp;fertig ist</translation>
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
            <source>Cate&amp;gories…</source>
            <translation>Kate&amp;gorien …</translation>
        </message>
        <message>
            <source>Categor&amp;y</source>
            <translation>Kate&amp;gorie</translation>
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
            <source>Copy s&amp;tream link</source>
            <translation>S&amp;tream-Link kopieren</translation>
        </message>
        <message>
            <source>Copy the s&amp;ecret for them</source>
            <translation>&amp;Geheimnis dafür kopieren</translation>
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
            <source>Let other &amp;programs command Headwater</source>
            <translation>Andere &amp;Programme dürfen Headwater steuern</translation>
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
            <source>Move &amp;down</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>Nach &amp;oben</translation>
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
            <translation>In Abspiel&amp;programm öffnen</translation>
        </message>
        <message>
            <source>Pa&amp;use all</source>
            <translation>Alle an&amp;halten</translation>
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
            <source>Re&amp;move</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>Refresh lin&amp;k…</source>
            <translation>Lin&amp;k erneuern …</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove with &amp;data…</source>
            <translation>Mit &amp;Daten entfernen …</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Resume a&amp;ll</source>
            <translation>A&amp;lle fortsetzen</translation>
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
            <source>Select &amp;all</source>
            <translation>&amp;Alles auswählen</translation>
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
            <source>Take the selected downloads off the list</source>
            <translation>Die ausgewählten Downloads aus der Liste nehmen</translation>
        </message>
        <message>
            <source>When a download is &amp;done</source>
            <translation>Wenn ein &amp;Download fertig ist</translation>
        </message>
        <message>
            <source>When it is &amp;done</source>
            <translation>Wenn er &amp;fertig ist</translation>
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
            <source>&amp;Join</source>
            <translation>&amp;Verbinden</translation>
        </message>
        <message>
            <source>&amp;Links</source>
            <translation>&amp;Links</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
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
            <source>Asking…</source>
            <translation>Fragt nach …</translation>
        </message>
        <message>
            <source>Checksum</source>
            <translation>Prüfsumme</translation>
        </message>
        <message>
            <source>Choose from what the web page links to</source>
            <translation>Auswählen, worauf die Webseite verweist</translation>
        </message>
        <message>
            <source>Download it beside that one</source>
            <translation>Daneben ablegen</translation>
        </message>
        <message>
            <source>Each of the selected links, or of all, leads to a file of its own</source>
            <translation>Jeder der ausgewählten Links, oder aller, führt zu einer eigenen Datei</translation>
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
            <source>Join links to one file</source>
            <translation>Links zu einer Datei verbinden</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>Auslassen</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Links</translation>
        </message>
        <message>
            <source>Links of the pa&amp;ge…</source>
            <translation>Links der &amp;Seite …</translation>
        </message>
        <message>
            <source>Links of the page</source>
            <translation>Links der Seite</translation>
        </message>
        <message>
            <source>Links whose sources tell of the same file are its mirrors</source>
            <translation>Links, deren Quellen dieselbe Datei nennen, sind ihre Spiegel</translation>
        </message>
        <message>
            <source>New links for what is in the list already</source>
            <translation>Neue Links für etwas, das schon in der Liste ist</translation>
        </message>
        <message>
            <source>Not asked: there are too many</source>
            <translation>Nicht gefragt: es sind zu viele</translation>
        </message>
        <message>
            <source>Nothing is left to add</source>
            <translation>Es bleibt nichts hinzuzufügen</translation>
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
            <source>Sort by &amp;itself</source>
            <translation>Selbst &amp;ordnen</translation>
        </message>
        <message>
            <source>Sort links by itself</source>
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
            <source>Start now</source>
            <translation>Sofort starten</translation>
        </message>
        <message>
            <source>The selected links, or all, are mirrors of one file</source>
            <translation>Die ausgewählten Links, oder alle, sind Spiegel einer Datei</translation>
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
            <source>https://…
Several links: one a line. disk[01-20].iso and {iso,sig} stand for several.</source>
            <translation>https://…
Mehrere Links: einer pro Zeile. disk[01-20].iso und {iso,sig} stehen für mehrere.</translation>
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
            <translation>Die &amp;Datei selbst benutzen</translation>
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
            <source>Save or cancel</source>
            <translation>Speichern oder abbrechen</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Was nicht stimmt</translation>
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
            <translation>&amp;Durchsuchen …</translation>
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
            <source>Optional, one a line: a checksum, or the path or link of a Metalink, torrent or checksum file, or a link to the same file</source>
            <translation>Freiwillig, je Zeile: eine Prüfsumme, oder Pfad oder Link eines Metalinks, Torrents oder einer Prüfsummendatei, oder ein Link zur selben Datei</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Reading and hashing the file…</source>
            <translation>Die Datei wird gelesen und geprüft …</translation>
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
            <source>Headwater goes on by itself</source>
            <translation>Headwater macht von selbst weiter</translation>
        </message>
        <message>
            <source>Resume tries all sources again; Edit sources lets you add another link</source>
            <translation>Fortsetzen versucht es mit allen Quellen erneut; über Quellen bearbeiten kommt ein weiterer Link hinzu</translation>
        </message>
        <message>
            <source>Resume when the cause is gone</source>
            <translation>Fortsetzen, wenn die Ursache behoben ist</translation>
        </message>
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
            <source>“{document}” describes {count}.</source>
            <translation>„{document}“ beschreibt {count}.</translation>
        </message>
    </context>
    <context>
        <name>DownloadsPage</name>
        <message>
            <source>&amp;Downloads at once</source>
            <translation>&amp;Downloads zugleich</translation>
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
            <source>16 KiB blocks compared between sources where no hash is trusted (0 none)</source>
            <translation>Blöcke von 16 KiB, die zwischen Quellen verglichen werden, wo keiner Prüfsumme vertraut wird (0: keine)</translation>
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
            <source>First span</source>
            <translation>Erster Abschnitt</translation>
        </message>
        <message>
            <source>Hedging</source>
            <translation>Absicherung</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>Intervall</translation>
        </message>
        <message>
            <source>Look ahead</source>
            <translation>Vorausschau</translation>
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
            <source>Max span</source>
            <translation>Größter Abschnitt</translation>
        </message>
        <message>
            <source>Min span</source>
            <translation>Kleinster Abschnitt</translation>
        </message>
        <message>
            <source>Polite</source>
            <translation>Höflich</translation>
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
            <source>Streaming</source>
            <translation>Streaming</translation>
        </message>
        <message>
            <source>Sub intervals</source>
            <translation>Teilintervalle</translation>
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
            <source>active</source>
            <translation>aktiv</translation>
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
            <source>channels</source>
            <translation>Kanäle</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>geschlossen</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>Kosten</translation>
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
            <source>failures in a row after which a source no longer keeps a job alive</source>
            <translation>Fehlschläge in Folge, nach denen eine Quelle einen Download nicht mehr am Leben hält</translation>
        </message>
        <message>
            <source>hedge</source>
            <translation>Absicherung</translation>
        </message>
        <message>
            <source>hops</source>
            <translation>Netzsprünge</translation>
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
            <source>largest span asked for in one request</source>
            <translation>größter Abschnitt, der auf einmal verlangt wird</translation>
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
            <source>pieces each interval's share is cut into, so that the frontier moves evenly</source>
            <translation>Stücke, in die der Anteil eines Intervalls geschnitten wird, damit die Front gleichmäßig wandert</translation>
        </message>
        <message>
            <source>probe</source>
            <translation>Probe</translation>
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
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>set aside</source>
            <translation>beiseitegelegt</translation>
        </message>
        <message>
            <source>smallest span asked for in one request</source>
            <translation>kleinster Abschnitt, der auf einmal verlangt wird</translation>
        </message>
        <message>
            <source>standby</source>
            <translation>bereit</translation>
        </message>
        <message>
            <source>taken over</source>
            <translation>abgelöst</translation>
        </message>
        <message>
            <source>throughput</source>
            <translation>Durchsatz</translation>
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
            <source>&amp;Icon in the tray</source>
            <translation>&amp;Symbol in der Leiste</translation>
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
            <translation>Alle gezeigten an&amp;haken</translation>
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
            <source>Let other &amp;programs command Headwater</source>
            <translation>Andere &amp;Programme dürfen Headwater steuern</translation>
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
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Show or hide {pane}</source>
            <translation>{pane} zeigen oder verbergen</translation>
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
        <name>MediaView</name>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Vollbild</translation>
        </message>
        <message>
            <source>It cannot be played here ({reason}); try another player.</source>
            <translation>Hier lässt es sich nicht abspielen ({reason}); versuchen Sie ein anderes Abspielprogramm.</translation>
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
            <source>Volume</source>
            <translation>Lautstärke</translation>
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
            <translation>&amp;Spalten</translation>
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
            <source>It is a web page, not a file.</source>
            <translation>Es ist eine Webseite, keine Datei.</translation>
        </message>
        <message>
            <source>Mirror preferences</source>
            <translation>Spiegelserver</translation>
        </message>
        <message>
            <source>No row fits {host}; the scheduler decides by what it measures.</source>
            <translation>Keine Zeile passt zu {host}; der Planer entscheidet nach dem, was er misst.</translation>
        </message>
        <message>
            <source>Preferences for hosts; the first row that fits a host counts</source>
            <translation>Vorlieben für Server; die erste Zeile, die passt, zählt</translation>
        </message>
        <message>
            <source>Row {row} ({pattern}) counts for {host}.</source>
            <translation>Zeile {row} ({pattern}) zählt für {host}.</translation>
        </message>
        <message>
            <source>Row {row} ({pattern}) counts for {host}: it is never used.</source>
            <translation>Zeile {row} ({pattern}) zählt für {host}: er wird nie benutzt.</translation>
        </message>
        <message>
            <source>Try a host or link</source>
            <translation>Server oder Link ausprobieren</translation>
        </message>
        <message>
            <source>Try a host or link: which row counts for it?</source>
            <translation>Server oder Link ausprobieren: welche Zeile zählt dafür?</translation>
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
            <source>&amp;Headers</source>
            <translation>&amp;Kopfzeilen</translation>
        </message>
        <message>
            <source>&amp;Priority</source>
            <translation>&amp;Priorität</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>&amp;Warteschlange</translation>
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
            <source>By its type and host</source>
            <translation>Nach Art und Server</translation>
        </message>
        <message>
            <source>Categor&amp;y</source>
            <translation>Kate&amp;gorie</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Coo&amp;kies</source>
            <translation>Coo&amp;kies</translation>
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
            <source>High</source>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Niedrig</translation>
        </message>
        <message>
            <source>More &amp;options</source>
            <translation>&amp;Mehr Angaben</translation>
        </message>
        <message>
            <source>More options</source>
            <translation>Mehr Angaben</translation>
        </message>
        <message>
            <source>Name: value, one a line</source>
            <translation>Name: Wert, eine pro Zeile</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
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
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <source>Referrer</source>
            <translation>Verweisende Seite</translation>
        </message>
        <message>
            <source>Speed li&amp;mit</source>
            <translation>&amp;Tempolimit</translation>
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
            <source>The page that the link stands on</source>
            <translation>Die Seite, auf der der Link steht</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>User ag&amp;ent</source>
            <translation>User-Ag&amp;ent</translation>
        </message>
        <message>
            <source>User agent</source>
            <translation>User-Agent</translation>
        </message>
        <message>
            <source>name=value; other=value</source>
            <translation>name=wert; anderer=wert</translation>
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
            <translation>Nach &amp;Versionen fragen bei</translation>
        </message>
        <message>
            <source>Asked when you say Help, Check for updates, and never otherwise</source>
            <translation>Gefragt wird, wenn Sie Hilfe, Nach Aktualisierungen sehen wählen, und sonst nie</translation>
        </message>
        <message>
            <source>C&amp;onnections at most</source>
            <translation>&amp;Verbindungen höchstens</translation>
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
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>Keine Grenze</translation>
        </message>
        <message>
            <source>Of all downloads together; they share them evenly, as they share those that one host may have</source>
            <translation>Aller Downloads zusammen; sie teilen sie gleichmäßig unter sich, ebenso die, die ein Host haben darf</translation>
        </message>
        <message>
            <source>Proxy: write http://host:port, socks5://host:port or “direct”</source>
            <translation>Proxy: schreiben Sie http://server:port, socks5://server:port oder „direct“</translation>
        </message>
        <message>
            <source>What servers are told of this program</source>
            <translation>Was Server über dieses Programm erfahren</translation>
        </message>
        <message>
            <source>http://host:port or socks5://host:port; “direct” for none. Passwords do not belong here</source>
            <translation>http://server:port oder socks5://server:port; „direct“ für keinen. Passwörter gehören nicht hierher</translation>
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
            <translation>&amp;Hinzufügen …</translation>
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
            <translation>In den &amp;Schlüsselbund legen</translation>
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
            <source>No bytes yet</source>
            <translation>Noch keine Bytes</translation>
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
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>The preview appears as soon as the first ones arrive.</source>
            <translation>Die Vorschau erscheint, sobald die ersten da sind.</translation>
        </message>
        <message>
            <source>The settings turn it on.</source>
            <translation>In den Einstellungen geht sie an.</translation>
        </message>
        <message>
            <source>This picture cannot be decoded.</source>
            <translation>Dieses Bild lässt sich nicht darstellen.</translation>
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
            <translation>&amp;Tempolimit</translation>
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
            <source>Save or cancel</source>
            <translation>Speichern oder abbrechen</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Was nicht stimmt</translation>
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
        <name>RowsTable</name>
        <message>
            <source>&amp;Add row</source>
            <translation>Zeile &amp;hinzufügen</translation>
        </message>
        <message>
            <source>Add a row</source>
            <translation>Eine Zeile hinzufügen</translation>
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
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren …</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren …</translation>
        </message>
        <message>
            <source>Export settings</source>
            <translation>Einstellungen exportieren</translation>
        </message>
        <message>
            <source>Export these settings to a file</source>
            <translation>Diese Einstellungen in eine Datei exportieren</translation>
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
            <source>What is wrong</source>
            <translation>Was nicht stimmt</translation>
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
            <source>Speed limit</source>
            <translation>Tempolimit</translation>
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
            <source>Settings, Shortcuts: choose others there.</source>
            <translation>Andere wählen Sie in den Einstellungen unter Tastenkürzel.</translation>
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
        <message>
            <source>&lt;b&gt;{host}&lt;/b&gt;, rank {rank}, score {score:.2f}</source>
            <translation>&lt;b&gt;{host}&lt;/b&gt;, Rang {rank}, Wertung {score:.2f}</translation>
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
            <source>For all downloads together</source>
            <translation>Für alle Downloads zusammen</translation>
        </message>
        <message>
            <source>In slo&amp;w mode</source>
            <translation>Im &amp;Langsam-Modus</translation>
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
            <source>Queue</source>
            <translation>Warteschlange</translation>
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
            <translation>&amp;Headwater zeigen</translation>
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
            <translation>&amp;Ausprobieren, bevor es wirkt</translation>
        </message>
        <message>
            <source>A&amp;pply</source>
            <translation>An&amp;wenden</translation>
        </message>
        <message>
            <source>Defaults</source>
            <translation>Vorgaben</translation>
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
            <source>It could not be found out whether there is a newer Headwater.</source>
            <translation>Es ließ sich nicht feststellen, ob es ein neueres Headwater gibt.</translation>
        </message>
        <message>
            <source>Nothing is installed by itself.</source>
            <translation>Von selbst wird nichts installiert.</translation>
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
        <name>Welcome</name>
        <message>
            <source>&amp;Done</source>
            <translation>&amp;Fertig</translation>
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
            <source>C&amp;hange…</source>
            <translation>Ä&amp;ndern …</translation>
        </message>
        <message>
            <source>Copy the &amp;secret again</source>
            <translation>&amp;Geheimnis noch einmal kopieren</translation>
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
            <source>; bytes in order come {mean_lag_s:.2f} s later than they could, instead of {mean_lag_s2:.2f} s</source>
            <translation>; lückenlose Bytes kommen {mean_lag_s:.2f} s später als möglich, statt {mean_lag_s2:.2f} s</translation>
        </message>
        <message>
            <source>As tried, the file would never be complete.</source>
            <translation>So würde die Datei nie vollständig.</translation>
        </message>
        <message>
            <source>Complete after {duration}</source>
            <translation>Vollständig nach {duration}</translation>
        </message>
        <message>
            <source>In-order progress under the tuning now and as tried</source>
            <translation>Lückenloser Fortschritt mit den jetzigen und den ausprobierten Werten</translation>
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
            <source>%Ln byte(s)</source>
            <translation>
                <numerusform>%Ln Byte</numerusform>
                <numerusform>%Ln Bytes</numerusform>
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
            <source>From {sources} over {channels}</source>
            <translation>Von {sources} über {channels}</translation>
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
            <source>Normal</source>
            <translation>Normal</translation>
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
            <source>Running</source>
            <translation>Laufend</translation>
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
            <source>{error} Refresh link… gives it a fresh one.</source>
            <translation>{error} Link erneuern … gibt ihm einen frischen.</translation>
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
