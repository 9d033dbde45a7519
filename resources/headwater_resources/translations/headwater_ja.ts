<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
    <context>
        <name>Actions</name>
        <message>
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;About Headwater</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paste links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo the removal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Verify and repair a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Verify and repair…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Metalink, a torrent or a list of links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A link for players on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add downloads from links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add from a &amp;file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the links in the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also delete the files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check any file on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy s&amp;tream link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the s&amp;ecret for them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;xport as Metalink…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit &amp;sources…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give an expired link a fresh one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hash the data again; mend what is bad</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later in the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the line to others for a while</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let other &amp;programs command Headwater</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links and hashes in a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move &amp;down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to the &amp;bottom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move to the &amp;top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open &amp;folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in p&amp;layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pa&amp;use all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause or resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pause the selected downloads; nothing is lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play it while it comes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refresh lin&amp;k…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove with &amp;data…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume a&amp;ll</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running downloads go on at the next start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slo&amp;w mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the selected downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the selected downloads off the list</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivityLog</name>
        <message>
            <source>Nothing happened yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the scheduler did, and why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When the scheduler takes over a slow channel, sets a source aside or mends a block, it says so here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivityModel</name>
        <message>
            <source>Download</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Checksum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Mirrors of one file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;One download for each link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All links lead to the same file; it is fetched from all of them at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the source says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checksum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links that end in the same name on different hosts lead to the same file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>M&amp;irrors where names are the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mirrors of one file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mirrors where names are the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One download for each link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One file from {sources}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optional: SHA-256 or another, to prove the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>https://…
Several links: one a line. disk[01-20].iso and {iso,sig} stand for several.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” and {count} more are in the list already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is in the list already</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddForm</name>
        <message>
            <source>A checksum fits one file; leave it empty, or choose “Mirrors of one file”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name fits one file; leave it empty, or choose “Mirrors of one file”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A {name} checksum has {wanted} digits, this one has {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder that the file goes to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter at least one link, for example https://example.org/file.iso</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No checksum has {count} digits; SHA-256 has 64, SHA-1 40, MD5 32</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The checksum must be hexadecimal: digits 0 to 9 and letters a to f</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The checksum “{name}” is not known; use sha-256, sha-512, sha-1 or md5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder must be a whole path, for example ~/Downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name is too long; 255 bytes at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{folder} is a file, not a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{short}” is not a link. Links begin with {schemes}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Adding</name>
        <message>
            <source>Add from a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Metalinks, torrents and lists of links ({patterns})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no link in the clipboard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no link in {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{files} of it had been in the list already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ArchiveBrowser</name>
        <message numerus="yes">
            <source>%Ln member(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>, more are not listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, packed with {method}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An archive inside an archive. Save it to look inside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save member as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving {name}, {share}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This archive is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture cannot be decoded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>then: {fault}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{size} unpacked</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ArchiveView</name>
        <message>
            <source>Archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the listing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the listing (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetching what this member needs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Members of the archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save member as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of the member</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Bridge</name>
        <message>
            <source>Headwater is still starting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside Headwater: {error}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChannelGraph</name>
        <message>
            <source>1 minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>30 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>30 seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>5 minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Curves appear here while the selected download runs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hold the picture still; the download goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lines per channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the graph as a picture (PNG) or as numbers (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show latency, dotted, against the axis on the right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stacked by source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throughput and latency of the channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throughput by channel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Throughput by source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time window</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>−{minutes:g} min</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CheckupDialog</name>
        <message>
            <source> Name a link to the same file above, and it can be repaired.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> Repair fetches {size} anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Against</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Repair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Verify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Browse for a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetching {size} anew; you may close this to stop.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Optional, one a line: a checksum, or the path or link of a Metalink, torrent or checksum file, or a link to the same file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading and hashing the file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repaired. {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verify and repair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verify, repair or close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What lies beside the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the download knew of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the file is checked against</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which hashes counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{known} is used where nothing is named.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnState</name>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Headwater goes on by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume tries all sources again; Edit sources lets you add another link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Resume when the cause is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{bytes} that arrived are kept</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetailsPane</name>
        <message>
            <source>Added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of the selected download</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Safe on disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a download to see its details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Took</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rate}, {duration} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{size} from the beginning, without a gap</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose at least one file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files that the document describes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is named that holds it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server is named that holds this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{document}” describes {count}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>16 KiB blocks compared between sources where no hash is trusted (0 none)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attempts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backoff</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bad blocks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Balanced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bulk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First span</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hedging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look ahead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Max channels per host</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Max channels per job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Max channels per source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Max span</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Min span</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Polite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Samples</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Streaming</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sub intervals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight distance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight external</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight hops</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight latency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight throughput</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attempts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bad blocks after which a source is set aside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>blocks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>disabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>disagreement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>distance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failures in a row after which a source no longer keeps a job alive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hedge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hops</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>how far ahead of the frontier a channel may be given bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>how readily bytes are asked for twice when the end or a reader waits (0 never)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>how soon a late channel's rest is given to another (0 never, 1 at once)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>idle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>largest span asked for in one request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>latency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>learned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>length of the interval over which shares are balanced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>most connections of one job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>most connections to one host, over all its sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>most connections to one source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>outside ranking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pause after a source's first failure; doubles with each more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pieces each interval's share is cut into, so that the frontier moves evenly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>probe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>receiving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>recovered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>repair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>resting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>set aside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>smallest span asked for in one request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standby</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taken over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>throughput</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>untried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting for the first byte</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weight of a source's cost in its rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weight of geographical distance in a source's rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weight of measured latency in a source's rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weight of measured throughput in a source's rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weight of network hops in a source's rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weight of outside ranking in a source's rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>what a source is asked for first, while nothing is known of it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FileCommands</name>
        <message>
            <source>Checking {count}; bad blocks of unfinished ones come again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export as Metalink</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Metalink (*.meta4)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing the Metalink; a finished file is hashed for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrote {target}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>&amp;Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Browse for a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GraphExport</name>
        <message>
            <source>Picture (*.png);;Numbers (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} cannot be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} cannot be written: {reason}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GroupBar</name>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImageView</name>
        <message>
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InterfaceSwitch</name>
        <message>
            <source>Copied the secret. Whoever knows it can add and remove downloads; give it to nobody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other programs cannot command Headwater any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Programs on this computer that know the secret can command Headwater on port {port}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobCommands</name>
        <message>
            <source>&amp;Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied the stream link; players on this computer can open it while the file comes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied {links}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No program was found that opens {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove and &amp;delete data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {what} and delete the data?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {what} from the list?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The files go to the trash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The links have expired. Put a fresh one here; the download goes on with what it has.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What has arrived stays on the disk unless you delete it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobFocus</name>
        <message>
            <source>Simulating…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobModel</name>
        <message>
            <source>Added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{progress}; {size} of it in order from the beginning</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JobTable</name>
        <message>
            <source>Clear the search or choose All to see more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No downloads yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste a link anywhere (Ctrl+V), drop one onto this window, or press Add.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Headwater cannot start</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or hide {pane}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tuning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a source or not (in its table)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MediaView</name>
        <message>
            <source>Film</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It cannot be played here ({reason}); try another player.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in another player</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Play or pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Player</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The player built in cannot show {}. Open it in another player; it plays while it comes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing in it that can be played.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Volume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for bytes, {percent}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for the first bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this film</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MemberModel</name>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path}, locked with a password</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow the &amp;system</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PdfReader</name>
        <message>
            <source>This PDF asks for a password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This PDF cannot be shown: its structure is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This PDF is protected in a way that the viewer does not know.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PdfView</name>
        <message>
            <source>Next page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {page} is on its way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous page</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source> · sharpens as it comes, {percent}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetching its table of contents.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetching what the first page needs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetching what the player needs first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Film or sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No bytes yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a download to look inside while it comes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The preview appears as soon as the first ones arrive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture cannot be decoded.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueueMenu</name>
        <message>
            <source>Downloads at &amp;once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed &amp;limit</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Removals</name>
        <message>
            <source>Removed {what}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RowsTable</name>
        <message>
            <source>&amp;Add row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;move row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the selected rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row {number}. {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row {row}. {wrong}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is wrong in the table</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SeekBar</name>
        <message>
            <source>Position in the film</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SourceModel</name>
        <message>
            <source>&lt;b&gt;{host}&lt;/b&gt;, rank {rank}, score {score:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cost per GB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hops</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Latency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no, only from the beginning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes, several at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host}, rank {rank}, {state}, {rate}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{size} came twice or in vain</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SourceTable</name>
        <message>
            <source>No sources to show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a download to see where its bytes come from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources of the selected download</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SourcesDialog</name>
        <message>
            <source>Edit sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links of the sources, one a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources of {name}, one link a line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What has arrived is kept.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed of all downloads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the removal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{duration} left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TextView</name>
        <message>
            <source>, the first {size} are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text, {encoding}{of_all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first {size}, byte by byte</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TitleKeeper</name>
        <message>
            <source>Panes: </source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>, {duration} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, {failed} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Downloads ended</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headwater: nothing runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headwater: {count}, {rate}{rest}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;Headwater</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TuningPanel</name>
        <message>
            <source>&amp;Try before it acts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A&amp;pply</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Defaults</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every knob back to its default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Simulates the sources as measured, and shows what the knobs would do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tuning of the selected download</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WhatIfChart</name>
        <message>
            <source> instead of {duration}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; bytes in order come {mean_lag_s:.2f} s later than they could, instead of {mean_lag_s2:.2f} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As tried, the file would never be complete.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete after {duration}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In-order progress under the tuning now and as tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn a knob to see what it would do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the tried tuning would do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: complete after {duration}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message numerus="yes">
            <source>%Ln block(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln byte(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln channel(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln download(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln link(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>All bytes are here; checking and saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed; what has arrived is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finishing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {sources} over {channels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paused; what has arrived is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits for its turn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{error} Refresh link… gives it a fresh one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hours} h {minutes:02d} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min {seconds:02d} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} · {received} of {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rate}, {duration} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{size} so far</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_Sheet</name>
        <message>
            <source>Page</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
