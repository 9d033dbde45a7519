<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
    <context>
        <name>Actions</name>
        <message>
            <source> or </source>
            <translation> または </translation>
        </message>
        <message>
            <source>&amp;About Headwater</source>
            <translation>Headwater について(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>追加(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Continue a partial download…</source>
            <translation>途中のダウンロードを続ける(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Copy links</source>
            <translation>リンクをコピー(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Keyboard shortcuts</source>
            <translation>キーボードショートカット(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Open file</source>
            <translation>ファイルを開く(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Paste links</source>
            <translation>リンクを貼り付け(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>一時停止(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>キュー(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>終了(&amp;Q)</translation>
        </message>
        <message>
            <source>&amp;Resume</source>
            <translation>再開(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>検索(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Settings…</source>
            <translation>設定(&amp;S)…</translation>
        </message>
        <message>
            <source>&amp;Verify and repair a file…</source>
            <translation>ファイルを検証して修復(&amp;V)…</translation>
        </message>
        <message>
            <source>&amp;Verify and repair…</source>
            <translation>検証して修復(&amp;V)…</translation>
        </message>
        <message>
            <source>A Metalink, a torrent or a list of links</source>
            <translation>Metalink、torrent、またはリンクの一覧</translation>
        </message>
        <message>
            <source>A link for players on this computer</source>
            <translation>このコンピューターのプレーヤー用のリンク</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>追加</translation>
        </message>
        <message>
            <source>Add downloads from links</source>
            <translation>リンクからダウンロードを追加</translation>
        </message>
        <message>
            <source>Add from a &amp;file…</source>
            <translation>ファイルから追加(&amp;F)…</translation>
        </message>
        <message>
            <source>Add the links in the clipboard</source>
            <translation>クリップボードのリンクを追加</translation>
        </message>
        <message>
            <source>Also delete the files</source>
            <translation>ファイルも削除します</translation>
        </message>
        <message>
            <source>Cate&amp;gory</source>
            <translation>カテゴリー(&amp;G)</translation>
        </message>
        <message>
            <source>Categor&amp;ies…</source>
            <translation>カテゴリー(&amp;I)…</translation>
        </message>
        <message>
            <source>Check any file on this computer</source>
            <translation>このコンピューターの任意のファイルを調べます</translation>
        </message>
        <message>
            <source>Check for &amp;updates…</source>
            <translation>更新を確認(&amp;U)…</translation>
        </message>
        <message>
            <source>Choose from what a web page links to</source>
            <translation>Web ページのリンク先から選びます</translation>
        </message>
        <message>
            <source>Copy &amp;diagnostic report…</source>
            <translation>診断レポートをコピー(&amp;D)…</translation>
        </message>
        <message>
            <source>Copy stream link</source>
            <translation>ストリームのリンクをコピー</translation>
        </message>
        <message>
            <source>Copy the s&amp;ecret for them</source>
            <translation>そのための秘密をコピー(&amp;E)</translation>
        </message>
        <message>
            <source>E&amp;xport as Metalink…</source>
            <translation>Metalink として書き出す(&amp;X)…</translation>
        </message>
        <message>
            <source>Earlier in the queue</source>
            <translation>キューの前のほうへ</translation>
        </message>
        <message>
            <source>Edit &amp;sources…</source>
            <translation>ソースを編集(&amp;S)…</translation>
        </message>
        <message>
            <source>Folder, name, order, limits, proxy and headers of the selected download</source>
            <translation>選択したダウンロードのフォルダー、名前、順序、制限、プロキシ、ヘッダー</translation>
        </message>
        <message>
            <source>Give an expired link a fresh one</source>
            <translation>期限切れのリンクを新しくします</translation>
        </message>
        <message>
            <source>Go on with a file that another program left</source>
            <translation>ほかのプログラムが残したファイルの続きを取得します</translation>
        </message>
        <message>
            <source>Hash the data again; mend what is bad</source>
            <translation>データのハッシュを計算し直し、壊れた部分を直します</translation>
        </message>
        <message>
            <source>Later in the queue</source>
            <translation>キューの後ろのほうへ</translation>
        </message>
        <message>
            <source>Leave the line to others for a while</source>
            <translation>しばらく回線をほかに譲ります</translation>
        </message>
        <message>
            <source>Let other programs co&amp;mmand Headwater</source>
            <translation>ほかのプログラムに Headwater の操作を許可(&amp;M)</translation>
        </message>
        <message>
            <source>Links and hashes in a file</source>
            <translation>リンクとハッシュを一つのファイルに</translation>
        </message>
        <message>
            <source>Links of a pa&amp;ge…</source>
            <translation>ページ内のリンク(&amp;G)…</translation>
        </message>
        <message>
            <source>Look for a c&amp;hecksum file…</source>
            <translation>チェックサムファイルを探す(&amp;H)…</translation>
        </message>
        <message>
            <source>Move &amp;up</source>
            <translation>上へ移動(&amp;U)</translation>
        </message>
        <message>
            <source>Move do&amp;wn</source>
            <translation>下へ移動(&amp;W)</translation>
        </message>
        <message>
            <source>Move to the &amp;bottom</source>
            <translation>いちばん下へ(&amp;B)</translation>
        </message>
        <message>
            <source>Move to the &amp;top</source>
            <translation>いちばん上へ(&amp;T)</translation>
        </message>
        <message>
            <source>Open &amp;folder</source>
            <translation>フォルダーを開く(&amp;F)</translation>
        </message>
        <message>
            <source>Open in p&amp;layer</source>
            <translation>プレーヤーで開く(&amp;L)</translation>
        </message>
        <message>
            <source>Opt&amp;ions…</source>
            <translation>オプション(&amp;I)…</translation>
        </message>
        <message>
            <source>Ord&amp;er of its bytes</source>
            <translation>バイトの順序(&amp;E)</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translation>すべて一時停止</translation>
        </message>
        <message>
            <source>Pause or resume</source>
            <translation>一時停止または再開</translation>
        </message>
        <message>
            <source>Pause the selected downloads; nothing is lost</source>
            <translation>選択したダウンロードを一時停止します。何も失われません</translation>
        </message>
        <message>
            <source>Play it while it comes</source>
            <translation>受信しながら再生します</translation>
        </message>
        <message>
            <source>Priorit&amp;y</source>
            <translation>優先度(&amp;Y)</translation>
        </message>
        <message>
            <source>Prove the file by what its server says of it</source>
            <translation>サーバーにあるチェックサムでファイルを確かめます</translation>
        </message>
        <message>
            <source>Q&amp;ueues…</source>
            <translation>キュー(&amp;U)…</translation>
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation>削除(&amp;M)</translation>
        </message>
        <message>
            <source>Refresh lin&amp;k…</source>
            <translation>リンクを更新(&amp;K)…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Remove those that are do&amp;ne</source>
            <translation>完了したものを除く(&amp;N)</translation>
        </message>
        <message>
            <source>Remove with d&amp;ata…</source>
            <translation>データごと削除(&amp;A)…</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Resume all</source>
            <translation>すべて再開</translation>
        </message>
        <message>
            <source>Running downloads go on at the next start</source>
            <translation>実行中のダウンロードは次の起動時に続きます</translation>
        </message>
        <message>
            <source>S&amp;tatistics…</source>
            <translation>統計(&amp;T)…</translation>
        </message>
        <message>
            <source>Search the list</source>
            <translation>一覧を検索</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>すべて選択</translation>
        </message>
        <message>
            <source>Slo&amp;w mode</source>
            <translation>低速モード(&amp;W)</translation>
        </message>
        <message>
            <source>Slow</source>
            <translation>低速</translation>
        </message>
        <message>
            <source>Start the selected downloads</source>
            <translation>選択したダウンロードを開始</translation>
        </message>
        <message>
            <source>Take every finished download off the list; the files stay</source>
            <translation>完了したダウンロードをすべて一覧から除きます。ファイルは残ります</translation>
        </message>
        <message>
            <source>Take the selected downloads off the list</source>
            <translation>選択したダウンロードを一覧から外します</translation>
        </message>
        <message>
            <source>Undo the removal</source>
            <translation>削除を取り消す</translation>
        </message>
        <message>
            <source>When a download is &amp;done</source>
            <translation>ダウンロードの完了時(&amp;D)</translation>
        </message>
        <message>
            <source>When all is do&amp;ne</source>
            <translation>すべて終わったら(&amp;N)</translation>
        </message>
        <message>
            <source>When it is &amp;done</source>
            <translation>終わったら(&amp;D)</translation>
        </message>
    </context>
    <context>
        <name>ActivityLog</name>
        <message>
            <source>Nothing happened yet</source>
            <translation>まだ何も起きていません</translation>
        </message>
        <message>
            <source>What the scheduler did, and why</source>
            <translation>スケジューラーが行ったこととその理由</translation>
        </message>
        <message>
            <source>When the scheduler takes over a slow channel, sets a source aside or mends a block, it says so here.</source>
            <translation>スケジューラーが遅いチャネルを引き継いだり、ソースを外したり、ブロックを直したりすると、ここに表示されます。</translation>
        </message>
    </context>
    <context>
        <name>ActivityModel</name>
        <message>
            <source>Download</source>
            <translation>ダウンロード</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>ソース</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時刻</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>理由</translation>
        </message>
    </context>
    <context>
        <name>AddDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>追加(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Add {count}</source>
            <translation>{count} 件を追加(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Checksum</source>
            <translation>チェックサム(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>フォルダー(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation>すぐに開始(&amp;S)</translation>
        </message>
        <message>
            <source>A file of that name is there already</source>
            <translation>同じ名前のファイルがすでにあります</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>追加</translation>
        </message>
        <message>
            <source>Add downloads</source>
            <translation>ダウンロードを追加</translation>
        </message>
        <message>
            <source>As the source says</source>
            <translation>ソースの名前のまま</translation>
        </message>
        <message>
            <source>Checksum</source>
            <translation>チェックサム</translation>
        </message>
        <message>
            <source>Download it beside that one</source>
            <translation>別名で並べて保存</translation>
        </message>
        <message>
            <source>Else they are added paused</source>
            <translation>オフにすると一時停止の状態で追加します</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>ファイル名</translation>
        </message>
        <message>
            <source>Give that one the new links</source>
            <translation>そのダウンロードに新しいリンクを渡す</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>追加しない</translation>
        </message>
        <message>
            <source>Nam&amp;e</source>
            <translation>名前(&amp;E)</translation>
        </message>
        <message>
            <source>New links for what is in the list already</source>
            <translation>一覧にあるもののための新しいリンク</translation>
        </message>
        <message>
            <source>Nothing is left to add; choose above what becomes of a file that is there already</source>
            <translation>追加するものがありません。すでにあるファイルをどうするかは上で選べます</translation>
        </message>
        <message>
            <source>Optional: SHA-256 or another, to prove the file</source>
            <translation>任意: ファイルを確かめるための SHA-256 など</translation>
        </message>
        <message>
            <source>Replace the file</source>
            <translation>ファイルを置き換える</translation>
        </message>
        <message>
            <source>Start now</source>
            <translation>すぐに開始</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>足りないもの</translation>
        </message>
        <message>
            <source>at least {size}</source>
            <translation>{size} 以上</translation>
        </message>
        <message>
            <source>only {size} free</source>
            <translation>空きは {size} だけ</translation>
        </message>
        <message>
            <source>{files} from {sources}</source>
            <translation>{sources}から{files}</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translation>空き {size}</translation>
        </message>
        <message>
            <source>“{name}” in the list has this link</source>
            <translation>一覧の「{name}」にこのリンクがあります</translation>
        </message>
        <message>
            <source>“{name}” in the list is the same file</source>
            <translation>一覧の「{name}」は同じファイルです</translation>
        </message>
        <message>
            <source>“{name}” in the list waits for a fresh link</source>
            <translation>一覧の「{name}」が新しいリンクを待っています</translation>
        </message>
    </context>
    <context>
        <name>AddForm</name>
        <message>
            <source>A checksum fits one file; leave it empty, or join the links</source>
            <translation>チェックサムは一つのファイルのものです。空にするか、リンクをまとめてください</translation>
        </message>
        <message>
            <source>A name fits one file; leave it empty, or join the links</source>
            <translation>名前は一つのファイルのものです。空にするか、リンクをまとめてください</translation>
        </message>
        <message>
            <source>A {name} checksum has {wanted} digits, this one has {count}</source>
            <translation>{name} のチェックサムは {wanted} 桁ですが、これは {count} 桁です</translation>
        </message>
        <message>
            <source>Choose the folder that the file goes to</source>
            <translation>ファイルを置くフォルダーを選んでください</translation>
        </message>
        <message>
            <source>Enter at least one link, for example https://example.org/file.iso</source>
            <translation>リンクを一つ以上入力してください。例: https://example.org/file.iso</translation>
        </message>
        <message>
            <source>Enter the user name that the password belongs to</source>
            <translation>パスワードのユーザー名を入力してください</translation>
        </message>
        <message>
            <source>No checksum has {count} digits; SHA-256 has 64, SHA-1 40, MD5 32</source>
            <translation>{count} 桁のチェックサムはありません。SHA-256 は 64 桁、SHA-1 は 40 桁、MD5 は 32 桁です</translation>
        </message>
        <message>
            <source>The checksum must be hexadecimal: digits 0 to 9 and letters a to f</source>
            <translation>チェックサムは 16 進数です: 数字 0–9 と文字 a–f</translation>
        </message>
        <message>
            <source>The checksum “{name}” is not known; use sha-256, sha-512, sha-1 or md5</source>
            <translation>チェックサム「{name}」は使えません。sha-256、sha-512、sha-1、md5 のどれかにしてください</translation>
        </message>
        <message>
            <source>The folder must be a whole path, for example ~/Downloads</source>
            <translation>フォルダーは完全なパスで指定してください。例: ~/Downloads</translation>
        </message>
        <message>
            <source>The name is too long; 255 bytes at most</source>
            <translation>名前が長すぎます。255 バイトまでです</translation>
        </message>
        <message>
            <source>The name must not contain / \ : * ? " &lt; &gt; |</source>
            <translation>名前に / \ : * ? " &lt; &gt; | は使えません</translation>
        </message>
        <message>
            <source>{folder} is a file, not a folder</source>
            <translation>{folder} はフォルダーではなくファイルです</translation>
        </message>
        <message>
            <source>“{line}” is no header; write one as Name: value</source>
            <translation>「{line}」はヘッダーではありません。「名前: 値」の形で書いてください</translation>
        </message>
        <message>
            <source>“{short}” is not a link. Links begin with {schemes}</source>
            <translation>「{short}」はリンクではありません。リンクは {schemes} で始まります</translation>
        </message>
    </context>
    <context>
        <name>Adding</name>
        <message>
            <source>Add from a file</source>
            <translation>ファイルから追加</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>すべてのファイル (*)</translation>
        </message>
        <message>
            <source>Metalinks, torrents and lists of links ({patterns})</source>
            <translation>Metalink、torrent、リンクの一覧 ({patterns})</translation>
        </message>
        <message>
            <source>There is no link in the clipboard.</source>
            <translation>クリップボードにリンクがありません。</translation>
        </message>
        <message>
            <source>There is no link in what the web page offers.</source>
            <translation>Web ページが提供する内容にリンクがありません。</translation>
        </message>
        <message>
            <source>There is no link in {name}.</source>
            <translation>{name} にリンクがありません。</translation>
        </message>
        <message>
            <source>{size} of it are taken over: {why}.</source>
            <translation>そのうち {size} を引き継ぎます: {why}。</translation>
        </message>
        <message>
            <source>“{name}” is in the list already.</source>
            <translation>「{name}」はすでに一覧にあります。</translation>
        </message>
    </context>
    <context>
        <name>AdoptDialog</name>
        <message>
            <source>&amp;Choose…</source>
            <translation>選択(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>フォルダー(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Links</source>
            <translation>リンク(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Partial file</source>
            <translation>途中のファイル(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation>すぐに開始(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Use the file itself</source>
            <translation>ファイル自体を使う(&amp;U)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>すべてのファイル (*)</translation>
        </message>
        <message>
            <source>C&amp;hecksum</source>
            <translation>チェックサム(&amp;H)</translation>
        </message>
        <message>
            <source>Checksum</source>
            <translation>チェックサム</translation>
        </message>
        <message>
            <source>Choose the partial file</source>
            <translation>途中のファイルを選ぶ</translation>
        </message>
        <message>
            <source>Comparing what is there with what the sources have…</source>
            <translation>手元の内容とソースの内容を比べています…</translation>
        </message>
        <message>
            <source>Con&amp;tinue</source>
            <translation>続ける(&amp;T)</translation>
        </message>
        <message>
            <source>Continue a partial download</source>
            <translation>途中のダウンロードを続ける</translation>
        </message>
        <message>
            <source>Continue or cancel</source>
            <translation>続けるかキャンセル</translation>
        </message>
        <message>
            <source>Continue the download</source>
            <translation>ダウンロードを続ける</translation>
        </message>
        <message>
            <source>How much is compared and copied</source>
            <translation>比較とコピーの進み具合</translation>
        </message>
        <message>
            <source>Links to the whole file</source>
            <translation>ファイル全体へのリンク</translation>
        </message>
        <message>
            <source>Optional: SHA-256 or another, to prove the file</source>
            <translation>任意: ファイルを確かめるための SHA-256 など</translation>
        </message>
        <message>
            <source>Partial downloads (*.part *.crdownload *.opdownload *.download *.aria2)</source>
            <translation>途中のダウンロード (*.part *.crdownload *.opdownload *.download *.aria2)</translation>
        </message>
        <message>
            <source>Partial file</source>
            <translation>途中のファイル</translation>
        </message>
        <message>
            <source>Saves the room and time of a copy: it is renamed once it was compared, and what is wrong in it goes</source>
            <translation>コピーの場所と時間を節約します: 比較の後に名前を変え、誤った部分は失われます</translation>
        </message>
        <message>
            <source>Start now</source>
            <translation>すぐに開始</translation>
        </message>
        <message>
            <source>Use the file itself</source>
            <translation>ファイル自体を使う</translation>
        </message>
        <message>
            <source>What another program has fetched of a file is compared with what its sources have, copied, and gone on with. The partial file itself stays as it is, unless you say so.</source>
            <translation>ほかのプログラムが取得した部分をソースの内容と比べ、コピーして続きを取得します。指定しないかぎり、途中のファイル自体はそのまま残ります。</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>状況</translation>
        </message>
        <message>
            <source>https://…
Mirrors of the file, one a line; a Metalink or torrent, by link or path, proves it</source>
            <translation>https://…
ファイルのミラーを 1 行に一つ。Metalink か torrent(リンクまたはパス)があればファイルを確かめられます</translation>
        </message>
        <message>
            <source>name.part, name.crdownload, name.aria2, or any other</source>
            <translation>name.part、name.crdownload、name.aria2、またはその他</translation>
        </message>
        <message>
            <source>{name} describes several files, none of that name</source>
            <translation>{name} には複数のファイルがありますが、その名前のものはありません</translation>
        </message>
        <message>
            <source>{name} is neither a Metalink nor a torrent</source>
            <translation>{name} は Metalink でも torrent でもありません</translation>
        </message>
    </context>
    <context>
        <name>AfterEachMenu</name>
        <message>
            <source>Do &amp;nothing</source>
            <translation>何もしない(&amp;N)</translation>
        </message>
    </context>
    <context>
        <name>AfterMenu</name>
        <message>
            <source>&amp;Open it</source>
            <translation>開く(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Run a command…</source>
            <translation>コマンドを実行(&amp;R)…</translation>
        </message>
        <message>
            <source>&amp;Scan it with a command…</source>
            <translation>コマンドで検査(&amp;S)…</translation>
        </message>
        <message>
            <source>It gets the file behind its other words, or where {path} stands. A status other than 0 is a find.</source>
            <translation>ファイルはコマンドの末尾、または {path} の位置に渡されます。終了ステータスが 0 以外なら検出とみなします。</translation>
        </message>
        <message>
            <source>Run a command</source>
            <translation>コマンドを実行</translation>
        </message>
        <message>
            <source>Scan with a command</source>
            <translation>コマンドで検査</translation>
        </message>
        <message>
            <source>{path}, {folder}, {name} and {url} stand for the download's. No shell reads it.</source>
            <translation>{path}、{folder}、{name}、{url} はダウンロードのものに置き換えられます。シェルは通しません。</translation>
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>&amp;Colours</source>
            <translation>配色(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>言語(&amp;L)</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外観</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>システムに合わせる</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>ダーク</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>ハイコントラスト</translation>
        </message>
        <message>
            <source>In force from the next start on</source>
            <translation>次の起動から有効になります</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>ライト</translation>
        </message>
        <message>
            <source>Light or dark, or whatever the system says; high contrast is black, white and strong lines</source>
            <translation>ライト、ダーク、またはシステムの設定。ハイコントラストは黒と白と強い線です</translation>
        </message>
    </context>
    <context>
        <name>ArchiveBrowser</name>
        <message numerus="yes">
            <source>%Ln member(s)</source>
            <translation>
                <numerusform>%Ln 個の項目</numerusform>
            </translation>
        </message>
        <message>
            <source>, more are not listed</source>
            <translation>、ほかは表示していません</translation>
        </message>
        <message>
            <source>, packed with {method}</source>
            <translation>、{method} で圧縮</translation>
        </message>
        <message>
            <source>An archive inside an archive. Save it to look inside.</source>
            <translation>書庫の中の書庫です。中を見るには保存してください。</translation>
        </message>
        <message>
            <source>Save member as</source>
            <translation>項目を名前を付けて保存</translation>
        </message>
        <message>
            <source>Saved {name}</source>
            <translation>{name} を保存しました</translation>
        </message>
        <message>
            <source>Saving {name}</source>
            <translation>{name} を保存中</translation>
        </message>
        <message>
            <source>Saving {name}, {share}</source>
            <translation>{name} を保存中、{share}</translation>
        </message>
        <message>
            <source>This archive is empty.</source>
            <translation>この書庫は空です。</translation>
        </message>
        <message>
            <source>This picture cannot be decoded.</source>
            <translation>この画像は表示できません。</translation>
        </message>
        <message>
            <source>so far</source>
            <translation>ここまで</translation>
        </message>
        <message>
            <source>then: {fault}</source>
            <translation>その後: {fault}</translation>
        </message>
        <message>
            <source>{size} unpacked</source>
            <translation>展開後 {size}</translation>
        </message>
    </context>
    <context>
        <name>ArchiveView</name>
        <message>
            <source>Archive</source>
            <translation>書庫</translation>
        </message>
        <message>
            <source>Back to the listing</source>
            <translation>一覧に戻る</translation>
        </message>
        <message>
            <source>Back to the listing (Esc)</source>
            <translation>一覧に戻る (Esc)</translation>
        </message>
        <message>
            <source>Fetching what this member needs</source>
            <translation>この項目に必要な部分を取得しています</translation>
        </message>
        <message>
            <source>Look inside</source>
            <translation>中を見る</translation>
        </message>
        <message>
            <source>Members of the archive</source>
            <translation>書庫の項目</translation>
        </message>
        <message>
            <source>Save member as…</source>
            <translation>項目を名前を付けて保存…</translation>
        </message>
        <message>
            <source>Text of the member</source>
            <translation>項目のテキスト</translation>
        </message>
    </context>
    <context>
        <name>Arrangement</name>
        <message>
            <source>A name of your own</source>
            <translation>自由な名前</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>書庫</translation>
        </message>
        <message>
            <source>As *.example.org; empty is any host. Without endings and hosts it is given by hand</source>
            <translation>例: *.example.org。空ならすべてのホスト。拡張子もホストもなければ手動で指定します</translation>
        </message>
        <message>
            <source>As .iso .img; empty is any file</source>
            <translation>例: .iso .img。空ならすべてのファイル</translation>
        </message>
        <message>
            <source>At once</source>
            <translation>同時実行</translation>
        </message>
        <message>
            <source>At once: write a number from 1 to {most}</source>
            <translation>同時実行: 1 から {most} までの数を書いてください</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>カテゴリー</translation>
        </message>
        <message>
            <source>Discs</source>
            <translation>ディスク</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>文書</translation>
        </message>
        <message>
            <source>Endings of names</source>
            <translation>名前の末尾</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater は起動中です。少し待ってからもう一度お試しください。</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>How many of its downloads run at once</source>
            <translation>同時に実行するダウンロードの数</translation>
        </message>
        <message>
            <source>Mon-Fri 22:00-07:00; Sat 00:00-24:00. Empty is always</source>
            <translation>月-金 22:00-07:00; 土 00:00-24:00。空なら常時</translation>
        </message>
        <message>
            <source>Music</source>
            <translation>音楽</translation>
        </message>
        <message>
            <source>Nothing of it runs, whatever the hours say</source>
            <translation>時間帯にかかわらず何も実行しません</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>時間帯</translation>
        </message>
        <message>
            <source>Open: “{part}” cannot be read; write hours as Mon-Fri 22:00-07:00</source>
            <translation>時間帯:「{part}」を読めません。「月-金 22:00-07:00」の形で書いてください</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>キュー</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>動画</translation>
        </message>
        <message>
            <source>Where its files go; empty is the folder for all</source>
            <translation>ファイルの置き場所。空なら共通のフォルダー</translation>
        </message>
    </context>
    <context>
        <name>AskFields</name>
        <message>
            <source>&amp;Headers</source>
            <translation>ヘッダー(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Referrer</source>
            <translation>参照元(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;User</source>
            <translation>ユーザー(&amp;U)</translation>
        </message>
        <message>
            <source>As in the settings</source>
            <translation>設定のとおり</translation>
        </message>
        <message>
            <source>Coo&amp;kies</source>
            <translation>Cookie(&amp;K)</translation>
        </message>
        <message>
            <source>Cookies</source>
            <translation>Cookie</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>ヘッダー</translation>
        </message>
        <message>
            <source>Name: value, one a line</source>
            <translation>名前: 値 を 1 行に一つ</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>パスワード(&amp;W)</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>パスワード</translation>
        </message>
        <message>
            <source>Pro&amp;xy</source>
            <translation>プロキシ(&amp;X)</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>プロキシ</translation>
        </message>
        <message>
            <source>Referrer</source>
            <translation>参照元</translation>
        </message>
        <message>
            <source>The page that the link stands on</source>
            <translation>リンクのあるページ</translation>
        </message>
        <message>
            <source>User</source>
            <translation>ユーザー</translation>
        </message>
        <message>
            <source>User a&amp;gent</source>
            <translation>ユーザーエージェント(&amp;G)</translation>
        </message>
        <message>
            <source>User agent</source>
            <translation>ユーザーエージェント</translation>
        </message>
        <message>
            <source>http://host:port, socks5://host:port, or “direct” for none; a password in it is remembered until Headwater ends</source>
            <translation>http://host:port、socks5://host:port、または使わない場合は「direct」。中に書いたパスワードは Headwater が終了するまで記憶されます</translation>
        </message>
        <message>
            <source>name=value; other=value</source>
            <translation>name=value; other=value</translation>
        </message>
    </context>
    <context>
        <name>Bridge</name>
        <message>
            <source>Headwater is still starting.</source>
            <translation>Headwater は起動中です。</translation>
        </message>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater は起動中です。少し待ってからもう一度お試しください。</translation>
        </message>
        <message>
            <source>Something went wrong inside Headwater: {error}</source>
            <translation>Headwater の内部で問題が起きました: {error}</translation>
        </message>
    </context>
    <context>
        <name>CategoriesDialog</name>
        <message>
            <source>A new download belongs to the first category that fits, from the top. Its folder counts where the download would go to the folder for all.</source>
            <translation>新しいダウンロードは、上から見て最初に当てはまるカテゴリーに入ります。共通のフォルダーに入るはずのものは、そのカテゴリーのフォルダーに入ります。</translation>
        </message>
        <message>
            <source>Add the &amp;usual ones</source>
            <translation>よく使うものを追加(&amp;U)</translation>
        </message>
        <message>
            <source>Add the usual categories</source>
            <translation>よく使うカテゴリーを追加</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>カテゴリー</translation>
        </message>
        <message>
            <source>Categories; the first that fits counts</source>
            <translation>カテゴリー。最初に当てはまるものが有効です</translation>
        </message>
        <message>
            <source>New category</source>
            <translation>新しいカテゴリー</translation>
        </message>
        <message>
            <source>Your categories will stand here; until then all files go to the folder for all.</source>
            <translation>ここにカテゴリーが並びます。それまではすべてのファイルが共通のフォルダーに入ります。</translation>
        </message>
    </context>
    <context>
        <name>ChannelGraph</name>
        <message>
            <source>1 minute</source>
            <translation>1 分</translation>
        </message>
        <message>
            <source>30 minutes</source>
            <translation>30 分</translation>
        </message>
        <message>
            <source>30 seconds</source>
            <translation>30 秒</translation>
        </message>
        <message>
            <source>5 minutes</source>
            <translation>5 分</translation>
        </message>
        <message>
            <source>All together</source>
            <translation>合計</translation>
        </message>
        <message>
            <source>Curves appear here while the selected download runs.</source>
            <translation>選択したダウンロードの実行中、ここに曲線が表示されます。</translation>
        </message>
        <message>
            <source>Export the graph</source>
            <translation>グラフを書き出す</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>保持</translation>
        </message>
        <message>
            <source>Hold the picture still; the download goes on</source>
            <translation>表示を止めます。ダウンロードは続きます</translation>
        </message>
        <message>
            <source>Kind of graph</source>
            <translation>グラフの種類</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>遅延</translation>
        </message>
        <message>
            <source>Lines per channel</source>
            <translation>チャネルごとの線</translation>
        </message>
        <message>
            <source>Save the graph as a picture (PNG) or as numbers (CSV)</source>
            <translation>グラフを画像 (PNG) または数値 (CSV) として保存</translation>
        </message>
        <message>
            <source>Show latency, dotted, against the axis on the right</source>
            <translation>遅延を点線で右の軸に表示</translation>
        </message>
        <message>
            <source>Stacked by source</source>
            <translation>ソースごとの積み上げ</translation>
        </message>
        <message>
            <source>Throughput and latency of the channels</source>
            <translation>チャネルのスループットと遅延</translation>
        </message>
        <message>
            <source>Throughput by channel</source>
            <translation>チャネルごとのスループット</translation>
        </message>
        <message>
            <source>Throughput by source</source>
            <translation>ソースごとのスループット</translation>
        </message>
        <message>
            <source>Time window</source>
            <translation>時間の幅</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>他 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>−{minutes:g} min</source>
            <translation>−{minutes:g} 分</translation>
        </message>
    </context>
    <context>
        <name>ChecksumDialog</name>
        <message>
            <source>&amp;Look again</source>
            <translation>もう一度探す(&amp;L)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Look again or close</source>
            <translation>もう一度探すか閉じる</translation>
        </message>
        <message>
            <source>Look for a checksum file</source>
            <translation>チェックサムファイルを探す</translation>
        </message>
    </context>
    <context>
        <name>ChecksumSearch</name>
        <message>
            <source>Ask the server for checksum files beside the download, such as SHA256SUMS</source>
            <translation>SHA256SUMS など、同じ場所にあるチェックサムファイルをサーバーに問い合わせます</translation>
        </message>
        <message>
            <source>Fin&amp;d a checksum</source>
            <translation>チェックサムを探す(&amp;D)</translation>
        </message>
        <message>
            <source>Find a checksum</source>
            <translation>チェックサムを探す</translation>
        </message>
        <message>
            <source>It is not signed: it is worth as much as the server it lies on.</source>
            <translation>署名がないため、置かれているサーバーと同じ程度にしか信用できません。</translation>
        </message>
        <message>
            <source>Looking for checksum files…</source>
            <translation>チェックサムファイルを探しています…</translation>
        </message>
        <message>
            <source>The server has no checksum file that names this file.</source>
            <translation>このファイルが載ったチェックサムファイルはサーバーにありません。</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>使う</translation>
        </message>
        <message>
            <source>Use the checksum that was found</source>
            <translation>見つかったチェックサムを使う</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>見つかったもの</translation>
        </message>
        <message>
            <source>{algorithm} {digest}, from {origin}. {proof}</source>
            <translation>{origin} の {algorithm}: {digest}。{proof}</translation>
        </message>
    </context>
    <context>
        <name>CheckupDialog</name>
        <message>
            <source> Name a link to the same file above, and it can be repaired.</source>
            <translation> 上に同じファイルへのリンクを入れると修復できます。</translation>
        </message>
        <message>
            <source> Repair fetches {size} anew.</source>
            <translation> 修復すると {size} を取得し直します。</translation>
        </message>
        <message>
            <source>&amp;Against</source>
            <translation>照合先(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>参照(&amp;B)…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Repair</source>
            <translation>修復(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Verify</source>
            <translation>検証(&amp;V)</translation>
        </message>
        <message>
            <source>Browse for a file</source>
            <translation>ファイルを探す</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>ファイルを選ぶ</translation>
        </message>
        <message>
            <source>Fetching {size} anew; you may close this to stop.</source>
            <translation>{size} を取得し直しています。閉じると中止します。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Getting what is known of the file, and hashing it…</source>
            <translation>ファイルについてわかっていることを集め、検査しています…</translation>
        </message>
        <message>
            <source>Optional, one a line: a checksum, or the path or link of a Metalink, torrent or checksum file, or a link to the same file</source>
            <translation>任意。1 行に一つ: チェックサム、Metalink・torrent・チェックサムファイルのパスかリンク、または同じファイルへのリンク</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進行状況</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>修復</translation>
        </message>
        <message>
            <source>Repaired. {sentence}</source>
            <translation>修復しました。{sentence}</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>Verify and repair</source>
            <translation>検証して修復</translation>
        </message>
        <message>
            <source>Verify, repair or close</source>
            <translation>検証、修復、閉じる</translation>
        </message>
        <message>
            <source>What lies beside the file</source>
            <translation>ファイルの隣にあるもの</translation>
        </message>
        <message>
            <source>What the download knew of the file</source>
            <translation>ダウンロードが知っていたこと</translation>
        </message>
        <message>
            <source>What the file is checked against</source>
            <translation>照合の対象</translation>
        </message>
        <message>
            <source>Which hashes counted</source>
            <translation>有効だったハッシュ</translation>
        </message>
        <message>
            <source>{known} is used where nothing is named.</source>
            <translation>指定がなければ、{known}を使います。</translation>
        </message>
    </context>
    <context>
        <name>ClashBar</name>
        <message>
            <source>What becomes of files that are there already</source>
            <translation>すでにあるファイルの扱い</translation>
        </message>
        <message>
            <source>What is there already</source>
            <translation>すでにあるもの</translation>
        </message>
        <message>
            <source>{files} there already</source>
            <translation>すでにある{files}</translation>
        </message>
    </context>
    <context>
        <name>ColumnState</name>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
    </context>
    <context>
        <name>CommandDialog</name>
        <message>
            <source>Command</source>
            <translation>コマンド</translation>
        </message>
        <message>
            <source>program --option {path}</source>
            <translation>program --option {path}</translation>
        </message>
    </context>
    <context>
        <name>CountdownDialog</name>
        <message>
            <source>&amp;Stop it</source>
            <translation>やめる(&amp;S)</translation>
        </message>
        <message>
            <source>In {time}.</source>
            <translation>あと {time}。</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>残り時間</translation>
        </message>
        <message>
            <source>When all is done</source>
            <translation>すべて完了したとき</translation>
        </message>
    </context>
    <context>
        <name>Country</name>
        <message>
            <source>Afghanistan</source>
            <translation>アフガニスタン</translation>
        </message>
        <message>
            <source>Albania</source>
            <translation>アルバニア</translation>
        </message>
        <message>
            <source>Algeria</source>
            <translation>アルジェリア</translation>
        </message>
        <message>
            <source>American Samoa</source>
            <translation>米領サモア</translation>
        </message>
        <message>
            <source>Andorra</source>
            <translation>アンドラ</translation>
        </message>
        <message>
            <source>Angola</source>
            <translation>アンゴラ</translation>
        </message>
        <message>
            <source>Anguilla</source>
            <translation>アンギラ</translation>
        </message>
        <message>
            <source>Antarctica</source>
            <translation>南極</translation>
        </message>
        <message>
            <source>Antigua and Barbuda</source>
            <translation>アンティグア・バーブーダ</translation>
        </message>
        <message>
            <source>Argentina</source>
            <translation>アルゼンチン</translation>
        </message>
        <message>
            <source>Armenia</source>
            <translation>アルメニア</translation>
        </message>
        <message>
            <source>Aruba</source>
            <translation>アルバ</translation>
        </message>
        <message>
            <source>Australia</source>
            <translation>オーストラリア</translation>
        </message>
        <message>
            <source>Austria</source>
            <translation>オーストリア</translation>
        </message>
        <message>
            <source>Azerbaijan</source>
            <translation>アゼルバイジャン</translation>
        </message>
        <message>
            <source>Bahamas</source>
            <translation>バハマ</translation>
        </message>
        <message>
            <source>Bahrain</source>
            <translation>バーレーン</translation>
        </message>
        <message>
            <source>Bangladesh</source>
            <translation>バングラデシュ</translation>
        </message>
        <message>
            <source>Barbados</source>
            <translation>バルバドス</translation>
        </message>
        <message>
            <source>Belarus</source>
            <translation>ベラルーシ</translation>
        </message>
        <message>
            <source>Belgium</source>
            <translation>ベルギー</translation>
        </message>
        <message>
            <source>Belize</source>
            <translation>ベリーズ</translation>
        </message>
        <message>
            <source>Benin</source>
            <translation>ベナン</translation>
        </message>
        <message>
            <source>Bermuda</source>
            <translation>バミューダ</translation>
        </message>
        <message>
            <source>Bhutan</source>
            <translation>ブータン</translation>
        </message>
        <message>
            <source>Bolivia</source>
            <translation>ボリビア</translation>
        </message>
        <message>
            <source>Bosnia and Herzegovina</source>
            <translation>ボスニア・ヘルツェゴビナ</translation>
        </message>
        <message>
            <source>Botswana</source>
            <translation>ボツワナ</translation>
        </message>
        <message>
            <source>Bouvet Island</source>
            <translation>ブーベ島</translation>
        </message>
        <message>
            <source>Brazil</source>
            <translation>ブラジル</translation>
        </message>
        <message>
            <source>British Indian Ocean Territory</source>
            <translation>英領インド洋地域</translation>
        </message>
        <message>
            <source>British Virgin Islands</source>
            <translation>英領ヴァージン諸島</translation>
        </message>
        <message>
            <source>Brunei</source>
            <translation>ブルネイ</translation>
        </message>
        <message>
            <source>Bulgaria</source>
            <translation>ブルガリア</translation>
        </message>
        <message>
            <source>Burkina Faso</source>
            <translation>ブルキナファソ</translation>
        </message>
        <message>
            <source>Burundi</source>
            <translation>ブルンジ</translation>
        </message>
        <message>
            <source>Cambodia</source>
            <translation>カンボジア</translation>
        </message>
        <message>
            <source>Cameroon</source>
            <translation>カメルーン</translation>
        </message>
        <message>
            <source>Canada</source>
            <translation>カナダ</translation>
        </message>
        <message>
            <source>Cape Verde</source>
            <translation>カーボベルデ</translation>
        </message>
        <message>
            <source>Caribbean Netherlands</source>
            <translation>カリブ・オランダ</translation>
        </message>
        <message>
            <source>Cayman Islands</source>
            <translation>ケイマン諸島</translation>
        </message>
        <message>
            <source>Central African Republic</source>
            <translation>中央アフリカ共和国</translation>
        </message>
        <message>
            <source>Chad</source>
            <translation>チャド</translation>
        </message>
        <message>
            <source>Chile</source>
            <translation>チリ</translation>
        </message>
        <message>
            <source>China</source>
            <translation>中国</translation>
        </message>
        <message>
            <source>Christmas Island</source>
            <translation>クリスマス島</translation>
        </message>
        <message>
            <source>Cocos Islands</source>
            <translation>ココス諸島</translation>
        </message>
        <message>
            <source>Colombia</source>
            <translation>コロンビア</translation>
        </message>
        <message>
            <source>Comoros</source>
            <translation>コモロ</translation>
        </message>
        <message>
            <source>Congo (Brazzaville)</source>
            <translation>コンゴ共和国</translation>
        </message>
        <message>
            <source>Congo (Kinshasa)</source>
            <translation>コンゴ民主共和国</translation>
        </message>
        <message>
            <source>Cook Islands</source>
            <translation>クック諸島</translation>
        </message>
        <message>
            <source>Costa Rica</source>
            <translation>コスタリカ</translation>
        </message>
        <message>
            <source>Croatia</source>
            <translation>クロアチア</translation>
        </message>
        <message>
            <source>Cuba</source>
            <translation>キューバ</translation>
        </message>
        <message>
            <source>Curaçao</source>
            <translation>キュラソー</translation>
        </message>
        <message>
            <source>Cyprus</source>
            <translation>キプロス</translation>
        </message>
        <message>
            <source>Czechia</source>
            <translation>チェコ</translation>
        </message>
        <message>
            <source>Côte d’Ivoire</source>
            <translation>コートジボワール</translation>
        </message>
        <message>
            <source>Denmark</source>
            <translation>デンマーク</translation>
        </message>
        <message>
            <source>Djibouti</source>
            <translation>ジブチ</translation>
        </message>
        <message>
            <source>Dominica</source>
            <translation>ドミニカ国</translation>
        </message>
        <message>
            <source>Dominican Republic</source>
            <translation>ドミニカ共和国</translation>
        </message>
        <message>
            <source>Ecuador</source>
            <translation>エクアドル</translation>
        </message>
        <message>
            <source>Egypt</source>
            <translation>エジプト</translation>
        </message>
        <message>
            <source>El Salvador</source>
            <translation>エルサルバドル</translation>
        </message>
        <message>
            <source>Equatorial Guinea</source>
            <translation>赤道ギニア</translation>
        </message>
        <message>
            <source>Eritrea</source>
            <translation>エリトリア</translation>
        </message>
        <message>
            <source>Estonia</source>
            <translation>エストニア</translation>
        </message>
        <message>
            <source>Eswatini</source>
            <translation>エスワティニ</translation>
        </message>
        <message>
            <source>Ethiopia</source>
            <translation>エチオピア</translation>
        </message>
        <message>
            <source>Falkland Islands</source>
            <translation>フォークランド諸島</translation>
        </message>
        <message>
            <source>Faroe Islands</source>
            <translation>フェロー諸島</translation>
        </message>
        <message>
            <source>Fiji</source>
            <translation>フィジー</translation>
        </message>
        <message>
            <source>Finland</source>
            <translation>フィンランド</translation>
        </message>
        <message>
            <source>France</source>
            <translation>フランス</translation>
        </message>
        <message>
            <source>French Guiana</source>
            <translation>仏領ギアナ</translation>
        </message>
        <message>
            <source>French Polynesia</source>
            <translation>仏領ポリネシア</translation>
        </message>
        <message>
            <source>French Southern Territories</source>
            <translation>仏領極南諸島</translation>
        </message>
        <message>
            <source>Gabon</source>
            <translation>ガボン</translation>
        </message>
        <message>
            <source>Gambia</source>
            <translation>ガンビア</translation>
        </message>
        <message>
            <source>Georgia</source>
            <translation>ジョージア</translation>
        </message>
        <message>
            <source>Germany</source>
            <translation>ドイツ</translation>
        </message>
        <message>
            <source>Ghana</source>
            <translation>ガーナ</translation>
        </message>
        <message>
            <source>Gibraltar</source>
            <translation>ジブラルタル</translation>
        </message>
        <message>
            <source>Greece</source>
            <translation>ギリシャ</translation>
        </message>
        <message>
            <source>Greenland</source>
            <translation>グリーンランド</translation>
        </message>
        <message>
            <source>Grenada</source>
            <translation>グレナダ</translation>
        </message>
        <message>
            <source>Guadeloupe</source>
            <translation>グアドループ</translation>
        </message>
        <message>
            <source>Guam</source>
            <translation>グアム</translation>
        </message>
        <message>
            <source>Guatemala</source>
            <translation>グアテマラ</translation>
        </message>
        <message>
            <source>Guernsey</source>
            <translation>ガーンジー</translation>
        </message>
        <message>
            <source>Guinea</source>
            <translation>ギニア</translation>
        </message>
        <message>
            <source>Guinea-Bissau</source>
            <translation>ギニアビサウ</translation>
        </message>
        <message>
            <source>Guyana</source>
            <translation>ガイアナ</translation>
        </message>
        <message>
            <source>Haiti</source>
            <translation>ハイチ</translation>
        </message>
        <message>
            <source>Heard and McDonald Islands</source>
            <translation>ハード島・マクドナルド諸島</translation>
        </message>
        <message>
            <source>Honduras</source>
            <translation>ホンジュラス</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>香港</translation>
        </message>
        <message>
            <source>Hungary</source>
            <translation>ハンガリー</translation>
        </message>
        <message>
            <source>Iceland</source>
            <translation>アイスランド</translation>
        </message>
        <message>
            <source>India</source>
            <translation>インド</translation>
        </message>
        <message>
            <source>Indonesia</source>
            <translation>インドネシア</translation>
        </message>
        <message>
            <source>Iran</source>
            <translation>イラン</translation>
        </message>
        <message>
            <source>Iraq</source>
            <translation>イラク</translation>
        </message>
        <message>
            <source>Ireland</source>
            <translation>アイルランド</translation>
        </message>
        <message>
            <source>Isle of Man</source>
            <translation>マン島</translation>
        </message>
        <message>
            <source>Israel</source>
            <translation>イスラエル</translation>
        </message>
        <message>
            <source>Italy</source>
            <translation>イタリア</translation>
        </message>
        <message>
            <source>Jamaica</source>
            <translation>ジャマイカ</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>日本</translation>
        </message>
        <message>
            <source>Jersey</source>
            <translation>ジャージー</translation>
        </message>
        <message>
            <source>Jordan</source>
            <translation>ヨルダン</translation>
        </message>
        <message>
            <source>Kazakhstan</source>
            <translation>カザフスタン</translation>
        </message>
        <message>
            <source>Kenya</source>
            <translation>ケニア</translation>
        </message>
        <message>
            <source>Kiribati</source>
            <translation>キリバス</translation>
        </message>
        <message>
            <source>Kosovo</source>
            <translation>コソボ</translation>
        </message>
        <message>
            <source>Kuwait</source>
            <translation>クウェート</translation>
        </message>
        <message>
            <source>Kyrgyzstan</source>
            <translation>キルギス</translation>
        </message>
        <message>
            <source>Laos</source>
            <translation>ラオス</translation>
        </message>
        <message>
            <source>Latvia</source>
            <translation>ラトビア</translation>
        </message>
        <message>
            <source>Lebanon</source>
            <translation>レバノン</translation>
        </message>
        <message>
            <source>Lesotho</source>
            <translation>レソト</translation>
        </message>
        <message>
            <source>Liberia</source>
            <translation>リベリア</translation>
        </message>
        <message>
            <source>Libya</source>
            <translation>リビア</translation>
        </message>
        <message>
            <source>Liechtenstein</source>
            <translation>リヒテンシュタイン</translation>
        </message>
        <message>
            <source>Lithuania</source>
            <translation>リトアニア</translation>
        </message>
        <message>
            <source>Luxembourg</source>
            <translation>ルクセンブルク</translation>
        </message>
        <message>
            <source>Macao</source>
            <translation>マカオ</translation>
        </message>
        <message>
            <source>Madagascar</source>
            <translation>マダガスカル</translation>
        </message>
        <message>
            <source>Malawi</source>
            <translation>マラウイ</translation>
        </message>
        <message>
            <source>Malaysia</source>
            <translation>マレーシア</translation>
        </message>
        <message>
            <source>Maldives</source>
            <translation>モルディブ</translation>
        </message>
        <message>
            <source>Mali</source>
            <translation>マリ</translation>
        </message>
        <message>
            <source>Malta</source>
            <translation>マルタ</translation>
        </message>
        <message>
            <source>Marshall Islands</source>
            <translation>マーシャル諸島</translation>
        </message>
        <message>
            <source>Martinique</source>
            <translation>マルティニーク</translation>
        </message>
        <message>
            <source>Mauritania</source>
            <translation>モーリタニア</translation>
        </message>
        <message>
            <source>Mauritius</source>
            <translation>モーリシャス</translation>
        </message>
        <message>
            <source>Mayotte</source>
            <translation>マヨット</translation>
        </message>
        <message>
            <source>Mexico</source>
            <translation>メキシコ</translation>
        </message>
        <message>
            <source>Micronesia</source>
            <translation>ミクロネシア連邦</translation>
        </message>
        <message>
            <source>Moldova</source>
            <translation>モルドバ</translation>
        </message>
        <message>
            <source>Monaco</source>
            <translation>モナコ</translation>
        </message>
        <message>
            <source>Mongolia</source>
            <translation>モンゴル</translation>
        </message>
        <message>
            <source>Montenegro</source>
            <translation>モンテネグロ</translation>
        </message>
        <message>
            <source>Montserrat</source>
            <translation>モントセラト</translation>
        </message>
        <message>
            <source>Morocco</source>
            <translation>モロッコ</translation>
        </message>
        <message>
            <source>Mozambique</source>
            <translation>モザンビーク</translation>
        </message>
        <message>
            <source>Myanmar</source>
            <translation>ミャンマー</translation>
        </message>
        <message>
            <source>Namibia</source>
            <translation>ナミビア</translation>
        </message>
        <message>
            <source>Nauru</source>
            <translation>ナウル</translation>
        </message>
        <message>
            <source>Nepal</source>
            <translation>ネパール</translation>
        </message>
        <message>
            <source>Netherlands</source>
            <translation>オランダ</translation>
        </message>
        <message>
            <source>New Caledonia</source>
            <translation>ニューカレドニア</translation>
        </message>
        <message>
            <source>New Zealand</source>
            <translation>ニュージーランド</translation>
        </message>
        <message>
            <source>Nicaragua</source>
            <translation>ニカラグア</translation>
        </message>
        <message>
            <source>Niger</source>
            <translation>ニジェール</translation>
        </message>
        <message>
            <source>Nigeria</source>
            <translation>ナイジェリア</translation>
        </message>
        <message>
            <source>Niue</source>
            <translation>ニウエ</translation>
        </message>
        <message>
            <source>Norfolk Island</source>
            <translation>ノーフォーク島</translation>
        </message>
        <message>
            <source>North Korea</source>
            <translation>北朝鮮</translation>
        </message>
        <message>
            <source>North Macedonia</source>
            <translation>北マケドニア</translation>
        </message>
        <message>
            <source>Northern Mariana Islands</source>
            <translation>北マリアナ諸島</translation>
        </message>
        <message>
            <source>Norway</source>
            <translation>ノルウェー</translation>
        </message>
        <message>
            <source>Oman</source>
            <translation>オマーン</translation>
        </message>
        <message>
            <source>Pakistan</source>
            <translation>パキスタン</translation>
        </message>
        <message>
            <source>Palau</source>
            <translation>パラオ</translation>
        </message>
        <message>
            <source>Palestine</source>
            <translation>パレスチナ</translation>
        </message>
        <message>
            <source>Panama</source>
            <translation>パナマ</translation>
        </message>
        <message>
            <source>Papua New Guinea</source>
            <translation>パプアニューギニア</translation>
        </message>
        <message>
            <source>Paraguay</source>
            <translation>パラグアイ</translation>
        </message>
        <message>
            <source>Peru</source>
            <translation>ペルー</translation>
        </message>
        <message>
            <source>Philippines</source>
            <translation>フィリピン</translation>
        </message>
        <message>
            <source>Pitcairn Islands</source>
            <translation>ピトケアン諸島</translation>
        </message>
        <message>
            <source>Poland</source>
            <translation>ポーランド</translation>
        </message>
        <message>
            <source>Portugal</source>
            <translation>ポルトガル</translation>
        </message>
        <message>
            <source>Puerto Rico</source>
            <translation>プエルトリコ</translation>
        </message>
        <message>
            <source>Qatar</source>
            <translation>カタール</translation>
        </message>
        <message>
            <source>Romania</source>
            <translation>ルーマニア</translation>
        </message>
        <message>
            <source>Russia</source>
            <translation>ロシア</translation>
        </message>
        <message>
            <source>Rwanda</source>
            <translation>ルワンダ</translation>
        </message>
        <message>
            <source>Réunion</source>
            <translation>レユニオン</translation>
        </message>
        <message>
            <source>Saint Barthélemy</source>
            <translation>サン・バルテルミー</translation>
        </message>
        <message>
            <source>Saint Helena</source>
            <translation>セントヘレナ</translation>
        </message>
        <message>
            <source>Saint Kitts and Nevis</source>
            <translation>セントクリストファー・ネイビス</translation>
        </message>
        <message>
            <source>Saint Lucia</source>
            <translation>セントルシア</translation>
        </message>
        <message>
            <source>Saint Martin</source>
            <translation>サン・マルタン</translation>
        </message>
        <message>
            <source>Saint Pierre and Miquelon</source>
            <translation>サンピエール島・ミクロン島</translation>
        </message>
        <message>
            <source>Saint Vincent and the Grenadines</source>
            <translation>セントビンセント・グレナディーン</translation>
        </message>
        <message>
            <source>Samoa</source>
            <translation>サモア</translation>
        </message>
        <message>
            <source>San Marino</source>
            <translation>サンマリノ</translation>
        </message>
        <message>
            <source>Saudi Arabia</source>
            <translation>サウジアラビア</translation>
        </message>
        <message>
            <source>Senegal</source>
            <translation>セネガル</translation>
        </message>
        <message>
            <source>Serbia</source>
            <translation>セルビア</translation>
        </message>
        <message>
            <source>Seychelles</source>
            <translation>セーシェル</translation>
        </message>
        <message>
            <source>Sierra Leone</source>
            <translation>シエラレオネ</translation>
        </message>
        <message>
            <source>Singapore</source>
            <translation>シンガポール</translation>
        </message>
        <message>
            <source>Sint Maarten</source>
            <translation>シント・マールテン</translation>
        </message>
        <message>
            <source>Slovakia</source>
            <translation>スロバキア</translation>
        </message>
        <message>
            <source>Slovenia</source>
            <translation>スロベニア</translation>
        </message>
        <message>
            <source>Solomon Islands</source>
            <translation>ソロモン諸島</translation>
        </message>
        <message>
            <source>Somalia</source>
            <translation>ソマリア</translation>
        </message>
        <message>
            <source>South Africa</source>
            <translation>南アフリカ</translation>
        </message>
        <message>
            <source>South Georgia and the South Sandwich Islands</source>
            <translation>サウスジョージア・サウスサンドウィッチ諸島</translation>
        </message>
        <message>
            <source>South Korea</source>
            <translation>韓国</translation>
        </message>
        <message>
            <source>South Sudan</source>
            <translation>南スーダン</translation>
        </message>
        <message>
            <source>Spain</source>
            <translation>スペイン</translation>
        </message>
        <message>
            <source>Sri Lanka</source>
            <translation>スリランカ</translation>
        </message>
        <message>
            <source>Sudan</source>
            <translation>スーダン</translation>
        </message>
        <message>
            <source>Suriname</source>
            <translation>スリナム</translation>
        </message>
        <message>
            <source>Svalbard and Jan Mayen</source>
            <translation>スバールバル諸島・ヤンマイエン島</translation>
        </message>
        <message>
            <source>Sweden</source>
            <translation>スウェーデン</translation>
        </message>
        <message>
            <source>Switzerland</source>
            <translation>スイス</translation>
        </message>
        <message>
            <source>Syria</source>
            <translation>シリア</translation>
        </message>
        <message>
            <source>São Tomé and Príncipe</source>
            <translation>サントメ・プリンシペ</translation>
        </message>
        <message>
            <source>Taiwan</source>
            <translation>台湾</translation>
        </message>
        <message>
            <source>Tajikistan</source>
            <translation>タジキスタン</translation>
        </message>
        <message>
            <source>Tanzania</source>
            <translation>タンザニア</translation>
        </message>
        <message>
            <source>Thailand</source>
            <translation>タイ</translation>
        </message>
        <message>
            <source>Timor-Leste</source>
            <translation>東ティモール</translation>
        </message>
        <message>
            <source>Togo</source>
            <translation>トーゴ</translation>
        </message>
        <message>
            <source>Tokelau</source>
            <translation>トケラウ</translation>
        </message>
        <message>
            <source>Tonga</source>
            <translation>トンガ</translation>
        </message>
        <message>
            <source>Trinidad and Tobago</source>
            <translation>トリニダード・トバゴ</translation>
        </message>
        <message>
            <source>Tunisia</source>
            <translation>チュニジア</translation>
        </message>
        <message>
            <source>Turkmenistan</source>
            <translation>トルクメニスタン</translation>
        </message>
        <message>
            <source>Turks and Caicos Islands</source>
            <translation>タークス・カイコス諸島</translation>
        </message>
        <message>
            <source>Tuvalu</source>
            <translation>ツバル</translation>
        </message>
        <message>
            <source>Türkiye</source>
            <translation>トルコ</translation>
        </message>
        <message>
            <source>US Outlying Islands</source>
            <translation>合衆国領有小離島</translation>
        </message>
        <message>
            <source>US Virgin Islands</source>
            <translation>米領ヴァージン諸島</translation>
        </message>
        <message>
            <source>Uganda</source>
            <translation>ウガンダ</translation>
        </message>
        <message>
            <source>Ukraine</source>
            <translation>ウクライナ</translation>
        </message>
        <message>
            <source>United Arab Emirates</source>
            <translation>アラブ首長国連邦</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>イギリス</translation>
        </message>
        <message>
            <source>United States</source>
            <translation>アメリカ合衆国</translation>
        </message>
        <message>
            <source>Uruguay</source>
            <translation>ウルグアイ</translation>
        </message>
        <message>
            <source>Uzbekistan</source>
            <translation>ウズベキスタン</translation>
        </message>
        <message>
            <source>Vanuatu</source>
            <translation>バヌアツ</translation>
        </message>
        <message>
            <source>Vatican City</source>
            <translation>バチカン市国</translation>
        </message>
        <message>
            <source>Venezuela</source>
            <translation>ベネズエラ</translation>
        </message>
        <message>
            <source>Vietnam</source>
            <translation>ベトナム</translation>
        </message>
        <message>
            <source>Wallis and Futuna</source>
            <translation>ウォリス・フツナ</translation>
        </message>
        <message>
            <source>Western Sahara</source>
            <translation>西サハラ</translation>
        </message>
        <message>
            <source>Yemen</source>
            <translation>イエメン</translation>
        </message>
        <message>
            <source>Zambia</source>
            <translation>ザンビア</translation>
        </message>
        <message>
            <source>Zimbabwe</source>
            <translation>ジンバブエ</translation>
        </message>
        <message>
            <source>Åland Islands</source>
            <translation>オーランド諸島</translation>
        </message>
    </context>
    <context>
        <name>DesktopNotices</name>
        <message>
            <source>Open file</source>
            <translation>ファイルを開く</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>表示</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>再試行</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>{bytes} that arrived are kept</source>
            <translation>受信した{bytes}は保持されます</translation>
        </message>
    </context>
    <context>
        <name>DetailsPane</name>
        <message>
            <source>Added</source>
            <translation>追加日時</translation>
        </message>
        <message>
            <source>Afterwards</source>
            <translation>完了後</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>カテゴリ</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>検査</translation>
        </message>
        <message>
            <source>Details of the selected download</source>
            <translation>選択したダウンロードの詳細</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>In order</source>
            <translation>先頭から連続</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>リンク</translation>
        </message>
        <message>
            <source>No hash is known; what sources bring is compared in samples</source>
            <translation>ハッシュは分かりません。各ソースのデータは抜き取りで比べます</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進行状況</translation>
        </message>
        <message>
            <source>Safe on disk</source>
            <translation>ディスクに保存済み</translation>
        </message>
        <message>
            <source>Select a download to see its details.</source>
            <translation>ダウンロードを選ぶと詳細が表示されます。</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>所要時間</translation>
        </message>
        <message>
            <source>Trusts</source>
            <translation>信頼するもの</translation>
        </message>
        <message>
            <source>Waits in</source>
            <translation>待機先</translation>
        </message>
        <message>
            <source>{queue}, priority {priority}</source>
            <translation>{queue}、優先度 {priority}</translation>
        </message>
        <message>
            <source>{rate}, {duration} left</source>
            <translation>{rate}、残り {duration}</translation>
        </message>
        <message>
            <source>{size} from the beginning, without a gap</source>
            <translation>先頭から切れ目なく {size}</translation>
        </message>
    </context>
    <context>
        <name>DocumentDialog</name>
        <message>
            <source>&amp;Add</source>
            <translation>追加(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Add {count}</source>
            <translation>{count} 件を追加(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>フォルダー(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Start now</source>
            <translation>すぐに開始(&amp;S)</translation>
        </message>
        <message>
            <source>Add downloads</source>
            <translation>ダウンロードを追加</translation>
        </message>
        <message>
            <source>Choose at least one file</source>
            <translation>ファイルを一つ以上選んでください</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Files that the document describes</source>
            <translation>文書に書かれたファイル</translation>
        </message>
        <message>
            <source>No server is named that holds it</source>
            <translation>それを持つサーバーが書かれていません</translation>
        </message>
        <message>
            <source>No server is named that holds this file</source>
            <translation>このファイルを持つサーバーが書かれていません</translation>
        </message>
        <message>
            <source>Nothing is left to add</source>
            <translation>追加するものがありません</translation>
        </message>
        <message>
            <source>Proof</source>
            <translation>証明</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>ソース</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>“{document}” describes {count}.</source>
            <translation>「{document}」には{count}が書かれています。</translation>
        </message>
    </context>
    <context>
        <name>DownloadsPage</name>
        <message>
            <source>&amp;Downloads at once</source>
            <translation>同時ダウンロード数(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>フォルダー(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Mark files as downloaded</source>
            <translation>ダウンロードしたファイルに印を付ける(&amp;M)</translation>
        </message>
        <message>
            <source>&amp;Note the link in the file's properties</source>
            <translation>ファイルの属性にリンクを記録(&amp;N)</translation>
        </message>
        <message>
            <source>A finished file gets the date that its server tells, instead of today's</source>
            <translation>完了したファイルの日時を、今日ではなくサーバーの日時にします</translation>
        </message>
        <message>
            <source>Downloads and folders</source>
            <translation>ダウンロードとフォルダー</translation>
        </message>
        <message>
            <source>File managers can show where a file came from; whoever gets the file can read it there, too</source>
            <translation>ファイルマネージャーでファイルの出所が分かります。ファイルを受け取った人もそれを読めます</translation>
        </message>
        <message>
            <source>Folder for &amp;incomplete files</source>
            <translation>未完了ファイルのフォルダー(&amp;I)</translation>
        </message>
        <message>
            <source>Others wait for their turn in the queue</source>
            <translation>ほかはキューで順番を待ちます</translation>
        </message>
        <message>
            <source>Use the &amp;server's time</source>
            <translation>サーバーの日時を使う(&amp;S)</translation>
        </message>
        <message>
            <source>Where downloads go that name no folder of their own; empty is the system's folder for downloads</source>
            <translation>フォルダーを指定しないダウンロードの保存先。空ならシステムのダウンロードフォルダー</translation>
        </message>
        <message>
            <source>Where files lie until they are done; empty is the folder that they will be in</source>
            <translation>完了するまでファイルを置く場所。空なら保存先と同じフォルダー</translation>
        </message>
        <message>
            <source>Windows and macOS warn before a program from the internet is run for the first time; elsewhere this does nothing</source>
            <translation>Windows と macOS は、インターネットから来たプログラムを初めて実行する前に警告します。ほかでは何もしません</translation>
        </message>
    </context>
    <context>
        <name>EndPlanMenu</name>
        <message>
            <source>&amp;Every time, not only the next</source>
            <translation>次だけでなく毎回(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Log out</source>
            <translation>ログアウト(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Tell me</source>
            <translation>通知する(&amp;T)</translation>
        </message>
        <message>
            <source>All downloads are over. The computer will go to sleep.</source>
            <translation>すべてのダウンロードが終わりました。コンピューターはスリープします。</translation>
        </message>
        <message>
            <source>All downloads are over. The computer will shut down.</source>
            <translation>すべてのダウンロードが終わりました。コンピューターの電源を切ります。</translation>
        </message>
        <message>
            <source>All downloads are over. You will be logged out.</source>
            <translation>すべてのダウンロードが終わりました。ログアウトします。</translation>
        </message>
        <message>
            <source>All downloads are over. Your command will be run.</source>
            <translation>すべてのダウンロードが終わりました。コマンドを実行します。</translation>
        </message>
        <message>
            <source>Do &amp;nothing</source>
            <translation>何もしない(&amp;N)</translation>
        </message>
        <message>
            <source>It is run when the last download is over. No shell reads it.</source>
            <translation>最後のダウンロードが終わったときに実行します。シェルは通しません。</translation>
        </message>
        <message>
            <source>Let the computer &amp;sleep</source>
            <translation>スリープする(&amp;S)</translation>
        </message>
        <message>
            <source>Run a &amp;command…</source>
            <translation>コマンドを実行(&amp;C)…</translation>
        </message>
        <message>
            <source>Shut the computer &amp;down</source>
            <translation>電源を切る(&amp;D)</translation>
        </message>
        <message>
            <source>When all is done, run</source>
            <translation>すべて終わったら実行</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>(no name)</source>
            <translation>(名前なし)</translation>
        </message>
        <message>
            <source>16 KiB blocks compared between sources where no hash is trusted (0 none)</source>
            <translation>信頼できるハッシュがないとき、ソース間で比べる 16 KiB のブロック数 (0 は比べない)</translation>
        </message>
        <message>
            <source>A SOCKS proxy can be told only names and passwords of unaccented letters, figures and signs.</source>
            <translation>SOCKS プロキシに伝えられる名前とパスワードは、アクセントのない英字、数字、記号だけです。</translation>
        </message>
        <message>
            <source>A category needs a name of at most {most} letters</source>
            <translation>カテゴリーには {most} 字までの名前が必要です</translation>
        </message>
        <message>
            <source>A download began; nothing was done.</source>
            <translation>ダウンロードが始まったため、何もしませんでした。</translation>
        </message>
        <message>
            <source>A file stands where the folder {path} should be</source>
            <translation>フォルダー {path} があるはずの場所にファイルがあります</translation>
        </message>
        <message>
            <source>A fresh link lets the download go on with what it has.</source>
            <translation>新しいリンクがあれば、受信した分から続けられます。</translation>
        </message>
        <message>
            <source>A job needs at least one source</source>
            <translation>ダウンロードにはソースが一つ以上必要です</translation>
        </message>
        <message>
            <source>A limit must be more than 0 bytes per second</source>
            <translation>制限は毎秒 0 バイトより大きくしてください</translation>
        </message>
        <message>
            <source>A part of {path} is a file, not a folder</source>
            <translation>{path} の途中がフォルダーではなくファイルです</translation>
        </message>
        <message>
            <source>A part says the file has {said} bytes, not {size_bytes}: it is another file.</source>
            <translation>ある部分がファイルを {size_bytes} バイトではなく {said} バイトだとしています。別のファイルです。</translation>
        </message>
        <message>
            <source>A queue must run between 1 and {most} jobs at once</source>
            <translation>キューで同時に実行できるのは 1 から {most} 件です</translation>
        </message>
        <message>
            <source>A queue needs a name</source>
            <translation>キューには名前が必要です</translation>
        </message>
        <message>
            <source>A queue needs a name of at most {most} letters</source>
            <translation>キューには {most} 字までの名前が必要です</translation>
        </message>
        <message>
            <source>A request took longer than {seconds:g} s and was ended; its rest is asked for anew.</source>
            <translation>リクエストが {seconds:g} 秒を超えたため終わらせ、残りを求め直します。</translation>
        </message>
        <message>
            <source>A source cannot be unwrapped from {wrapping}; known: {known}.</source>
            <translation>ソースを {wrapping} から展開することはできません。使えるのは {known} です。</translation>
        </message>
        <message>
            <source>A source that ranks better differs from {host}, whose bytes are not taken: {spans}.</source>
            <translation>順位が上のソースが {host} と異なるため、{host} のバイトは使いません: {spans}。</translation>
        </message>
        <message>
            <source>Addresses of the kind {scheme} are not supported.</source>
            <translation>{scheme} という種類のアドレスには対応していません。</translation>
        </message>
        <message>
            <source>All downloads are over: {count} done, {failed} failed.</source>
            <translation>すべてのダウンロードが終わりました: 完了 {count} 件、失敗 {failed} 件。</translation>
        </message>
        <message>
            <source>All downloads are over: {count} done.</source>
            <translation>すべてのダウンロードが終わりました: 完了 {count} 件。</translation>
        </message>
        <message>
            <source>All downloads are over; the computer was told to log out.</source>
            <translation>すべてのダウンロードが終わりました。コンピューターにログアウトを指示しました。</translation>
        </message>
        <message>
            <source>All downloads are over; the computer was told to shut down.</source>
            <translation>すべてのダウンロードが終わりました。コンピューターに電源を切るよう指示しました。</translation>
        </message>
        <message>
            <source>All downloads are over; the computer was told to sleep.</source>
            <translation>すべてのダウンロードが終わりました。コンピューターにスリープを指示しました。</translation>
        </message>
        <message>
            <source>All that the former source brought is fetched anew.</source>
            <translation>以前のソースが渡したすべてを取得し直します。</translation>
        </message>
        <message>
            <source>All {count:,} piece hashes ({algorithm}, {origin}): right.</source>
            <translation>ピースのハッシュ {count:,} 個すべて ({algorithm}、{origin}): 一致しました。</translation>
        </message>
        <message>
            <source>Asked again, because you wish it.</source>
            <translation>ご希望により、もう一度問い合わせました。</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>試行回数</translation>
        </message>
        <message>
            <source>Backoff</source>
            <translation>待ち時間</translation>
        </message>
        <message>
            <source>Bad blocks</source>
            <translation>不良ブロック</translation>
        </message>
        <message>
            <source>Balanced</source>
            <translation>バランス</translation>
        </message>
        <message>
            <source>Bulk</source>
            <translation>大量</translation>
        </message>
        <message>
            <source>DASH manifests are not supported, because they name many small files and not one.</source>
            <translation>DASH のマニフェストは一つではなく多数の小さなファイルを指すため、対応していません。</translation>
        </message>
        <message>
            <source>Encrypted FTP cannot go through a proxy that is encrypted itself; an http one would do.</source>
            <translation>暗号化された FTP は、それ自体が暗号化されたプロキシを通せません。http のプロキシなら可能です。</translation>
        </message>
        <message>
            <source>Encrypted file hosters are not supported, because their files cannot be had without their own program.</source>
            <translation>専用のプログラムなしではファイルを取得できないため、暗号化されたファイルホストには対応していません。</translation>
        </message>
        <message>
            <source>Enter the command that is to be run</source>
            <translation>実行するコマンドを入力してください</translation>
        </message>
        <message>
            <source>Enter the command that is to be run when all is done</source>
            <translation>すべて終わったときに実行するコマンドを入力してください</translation>
        </message>
        <message>
            <source>Every byte is as it came.</source>
            <translation>すべてのバイトが届いたときのままです。</translation>
        </message>
        <message>
            <source>Every byte was fetched twice: either all sources serve another file, or the hash belongs to one.</source>
            <translation>すべてのバイトを二度取得しました。すべてのソースが別のファイルを渡しているか、ハッシュが別のファイルのものです。</translation>
        </message>
        <message>
            <source>Fetching a bad block anew: {span}.</source>
            <translation>壊れたブロックを取得し直します: {span}。</translation>
        </message>
        <message>
            <source>First span</source>
            <translation>最初のスパン</translation>
        </message>
        <message>
            <source>HDS manifests are not supported, because they name many small files and not one.</source>
            <translation>HDS のマニフェストは一つではなく多数の小さなファイルを指すため、対応していません。</translation>
        </message>
        <message>
            <source>HLS playlists are not supported, because they name many small files and not one.</source>
            <translation>HLS のプレイリストは一つではなく多数の小さなファイルを指すため、対応していません。</translation>
        </message>
        <message>
            <source>Hashes from {origin} are known now.</source>
            <translation>{origin} のハッシュが分かりました。</translation>
        </message>
        <message>
            <source>Headwater made a mistake: {reason}</source>
            <translation>Headwater に誤りがありました: {reason}</translation>
        </message>
        <message>
            <source>Hedging</source>
            <translation>二重要求</translation>
        </message>
        <message>
            <source>IPFS addresses are not supported; use the address that an HTTP gateway has for the file.</source>
            <translation>IPFS のアドレスには対応していません。HTTP ゲートウェイでのアドレスを使ってください。</translation>
        </message>
        <message>
            <source>Interval</source>
            <translation>間隔</translation>
        </message>
        <message>
            <source>It brought no more than {rate:g} bytes a second, the lowest that is wished for.</source>
            <translation>毎秒 {rate:g} バイト以下しか届かず、求められた最低速度に届きません。</translation>
        </message>
        <message>
            <source>It delivers again.</source>
            <translation>また届くようになりました。</translation>
        </message>
        <message>
            <source>It has {size_bytes:,} bytes and should have {wanted:,}.</source>
            <translation>{wanted:,} バイトのはずが {size_bytes:,} バイトです。</translation>
        </message>
        <message>
            <source>It names no hash.</source>
            <translation>ハッシュの記載がありません。</translation>
        </message>
        <message>
            <source>Least score</source>
            <translation>最低評価</translation>
        </message>
        <message>
            <source>Links of {host} are not supported, because it asks a person for captchas; use a direct link.</source>
            <translation>{host} は人に CAPTCHA を求めるため、そのリンクには対応していません。直接のリンクを使ってください。</translation>
        </message>
        <message>
            <source>Look ahead</source>
            <translation>先読み</translation>
        </message>
        <message>
            <source>Magnet links are not supported, because Headwater does not take part in BitTorrent swarms.</source>
            <translation>Headwater は BitTorrent のスウォームに参加しないため、magnet リンクには対応していません。</translation>
        </message>
        <message>
            <source>Max channels per host</source>
            <translation>ホストあたりの最大チャネル数</translation>
        </message>
        <message>
            <source>Max channels per job</source>
            <translation>ジョブあたりの最大チャネル数</translation>
        </message>
        <message>
            <source>Max channels per source</source>
            <translation>ソースあたりの最大チャネル数</translation>
        </message>
        <message>
            <source>Max sources</source>
            <translation>ソースの最大数</translation>
        </message>
        <message>
            <source>Max span</source>
            <translation>最大スパン</translation>
        </message>
        <message>
            <source>Metalink has no name for hash trees; the pieces have to be hashed plainly</source>
            <translation>Metalink はハッシュツリーを表せません。ピースを通常のハッシュで計算する必要があります</translation>
        </message>
        <message>
            <source>Metalink of {host}</source>
            <translation>{host} の Metalink</translation>
        </message>
        <message>
            <source>Min span</source>
            <translation>最小スパン</translation>
        </message>
        <message>
            <source>No program was found that opens {name}</source>
            <translation>{name} を開くプログラムが見つかりませんでした</translation>
        </message>
        <message>
            <source>No secure connection to {host} could be made.</source>
            <translation>{host} への安全な接続を確立できませんでした。</translation>
        </message>
        <message>
            <source>No source that works holds the bytes {span}.</source>
            <translation>使えるソースのどれも、バイト {span} を持っていません。</translation>
        </message>
        <message>
            <source>No source works any more: {reasons}.</source>
            <translation>使えるソースがなくなりました: {reasons}。</translation>
        </message>
        <message>
            <source>No trusted hash was known and no bytes were compared; nothing was proven.</source>
            <translation>信頼できるハッシュはなく、比較したバイトもありません。何も証明されていません。</translation>
        </message>
        <message>
            <source>No trusted hash was known; nothing was proven.</source>
            <translation>信頼できるハッシュはありませんでした。何も証明されていません。</translation>
        </message>
        <message>
            <source>No trusted hash was known; {compared:,} of {total:,} blocks compared, {result}.</source>
            <translation>信頼できるハッシュはありませんでした。{total:,} ブロックのうち {compared:,} を比較し、{result}。</translation>
        </message>
        <message>
            <source>No trusted hash was known; {hash} agrees, which is a hint and no proof.</source>
            <translation>信頼できるハッシュはありませんでした。{hash} は一致しますが、手がかりであって証明ではありません。</translation>
        </message>
        <message>
            <source>Nothing came for a while; others take its bytes.</source>
            <translation>しばらく何も届かないため、ほかのチャネルがそのバイトを引き受けます。</translation>
        </message>
        <message>
            <source>Nothing can be stored in {place}.</source>
            <translation>{place} には何も保存できません。</translation>
        </message>
        <message>
            <source>Of the copy: {verdict}</source>
            <translation>コピーについて: {verdict}</translation>
        </message>
        <message>
            <source>Only HTTP sources can hold the file compressed.</source>
            <translation>圧縮されたファイルを持てるのは HTTP のソースだけです。</translation>
        </message>
        <message>
            <source>Only files of this computer can be read by a file address.</source>
            <translation>ファイルアドレスで読めるのは、このコンピューターのファイルだけです。</translation>
        </message>
        <message>
            <source>Opened.</source>
            <translation>開きました。</translation>
        </message>
        <message>
            <source>Polite</source>
            <translation>控えめ</translation>
        </message>
        <message>
            <source>Ran {program}.</source>
            <translation>{program} を実行しました。</translation>
        </message>
        <message>
            <source>Recovery</source>
            <translation>引き継ぎ</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>抜き取り</translation>
        </message>
        <message>
            <source>Set aside: {reason:clause}.</source>
            <translation>除外しました: {reason:clause}。</translation>
        </message>
        <message>
            <source>Signed by {signer}, with a key that you have not certified as theirs.</source>
            <translation>{signer} による署名ですが、その鍵を本人のものとあなたは認証していません。</translation>
        </message>
        <message>
            <source>Signed by {signer}.</source>
            <translation>{signer} による署名です。</translation>
        </message>
        <message>
            <source>Somebody put words into the connection to {host} before it was encrypted.</source>
            <translation>{host} への接続が暗号化される前に、何者かが言葉を差し込みました。</translation>
        </message>
        <message>
            <source>Something else is wanted now.</source>
            <translation>別の指定に変わりました。</translation>
        </message>
        <message>
            <source>Stopped; nothing was done.</source>
            <translation>中止しました。何もしていません。</translation>
        </message>
        <message>
            <source>Streaming</source>
            <translation>ストリーミング</translation>
        </message>
        <message>
            <source>Streams are not supported, because they have no fixed bytes to fetch.</source>
            <translation>取得できる決まったバイトがないため、ストリームには対応していません。</translation>
        </message>
        <message>
            <source>Sub intervals</source>
            <translation>小間隔</translation>
        </message>
        <message>
            <source>The Metalink {url} was of no use: {reason}.</source>
            <translation>Metalink {url} は役に立ちませんでした: {reason}。</translation>
        </message>
        <message>
            <source>The address does not name a file.</source>
            <translation>アドレスがファイルを指していません。</translation>
        </message>
        <message>
            <source>The address exists only inside the web page that made it; copy the link of the file itself.</source>
            <translation>このアドレスは、それを作った Web ページの中にしかありません。ファイル自体のリンクをコピーしてください。</translation>
        </message>
        <message>
            <source>The address is a script of a web page; copy the link of the file itself.</source>
            <translation>このアドレスは Web ページのスクリプトです。ファイル自体のリンクをコピーしてください。</translation>
        </message>
        <message>
            <source>The address is not valid.</source>
            <translation>アドレスが正しくありません。</translation>
        </message>
        <message>
            <source>The address is not valid: {reason}.</source>
            <translation>アドレスが正しくありません: {reason}。</translation>
        </message>
        <message>
            <source>The address names a folder, not a file.</source>
            <translation>アドレスはファイルではなくフォルダーを指しています。</translation>
        </message>
        <message>
            <source>The address of the file at {host} is not valid.</source>
            <translation>{host} にあるファイルのアドレスが正しくありません。</translation>
        </message>
        <message>
            <source>The address of the proxy is not valid.</source>
            <translation>プロキシのアドレスが正しくありません。</translation>
        </message>
        <message>
            <source>The address of the proxy must begin with http, https, socks4, socks4a, socks5 or socks5h.</source>
            <translation>プロキシのアドレスは http、https、socks4、socks4a、socks5、socks5h のどれかで始めてください。</translation>
        </message>
        <message>
            <source>The administrator's policy in {path} cannot be read: {reason}.</source>
            <translation>{path} の管理者のポリシーを読めません: {reason}。</translation>
        </message>
        <message>
            <source>The administrator's policy in {path} is not in force: {reason:clause}.</source>
            <translation>{path} の管理者のポリシーは有効ではありません: {reason:clause}。</translation>
        </message>
        <message>
            <source>The certificate authority file {ca_file} cannot be read.</source>
            <translation>認証局のファイル {ca_file} を読めません。</translation>
        </message>
        <message>
            <source>The certificate of {host} is not valid: {reason}.</source>
            <translation>{host} の証明書が正しくありません: {reason}。</translation>
        </message>
        <message>
            <source>The certificate of {host} is not valid{detail}.</source>
            <translation>{host} の証明書が正しくありません{detail}。</translation>
        </message>
        <message>
            <source>The command “{text}” cannot be read: {reason}</source>
            <translation>コマンド「{text}」を読み取れません: {reason}</translation>
        </message>
        <message>
            <source>The compressed body ended before its end.</source>
            <translation>圧縮された内容が途中で終わりました。</translation>
        </message>
        <message>
            <source>The compressed body grows beyond the file's {size_bytes} bytes.</source>
            <translation>圧縮された内容が、ファイルの {size_bytes} バイトを超えて大きくなります。</translation>
        </message>
        <message>
            <source>The compressed body grows more than {ratio:g} times over; it may be a bomb.</source>
            <translation>圧縮された内容が {ratio:g} 倍を超えて大きくなります。圧縮爆弾かもしれません。</translation>
        </message>
        <message>
            <source>The compressed body held {at} bytes, not the file's {size_bytes}.</source>
            <translation>圧縮された内容は、ファイルの {size_bytes} バイトではなく {at} バイトでした。</translation>
        </message>
        <message>
            <source>The compressed body is damaged: {reason}.</source>
            <translation>圧縮された内容が壊れています: {reason}。</translation>
        </message>
        <message>
            <source>The computer would not log out: {reason}</source>
            <translation>コンピューターがログアウトしませんでした: {reason}</translation>
        </message>
        <message>
            <source>The computer would not shut down: {reason}</source>
            <translation>コンピューターの電源が切れませんでした: {reason}</translation>
        </message>
        <message>
            <source>The computer would not sleep: {reason}</source>
            <translation>コンピューターがスリープしませんでした: {reason}</translation>
        </message>
        <message>
            <source>The connection is metered; the download goes on over another one, or when the settings say so.</source>
            <translation>接続は従量制です。別の接続になるか、設定で許可すると、ダウンロードを続けます。</translation>
        </message>
        <message>
            <source>The cookie file {path} cannot be read; it must be in Netscape's format.</source>
            <translation>Cookie ファイル {path} を読めません。Netscape 形式でなければなりません。</translation>
        </message>
        <message>
            <source>The data address has no data.</source>
            <translation>データアドレスにデータがありません。</translation>
        </message>
        <message>
            <source>The data address is not proper Base64.</source>
            <translation>データアドレスが正しい Base64 ではありません。</translation>
        </message>
        <message>
            <source>The data address is too long.</source>
            <translation>データアドレスが長すぎます。</translation>
        </message>
        <message>
            <source>The disk of {path} is full</source>
            <translation>{path} のディスクがいっぱいです</translation>
        </message>
        <message>
            <source>The disk of {path} reports a fault (input/output error)</source>
            <translation>{path} のディスクに障害があります (入出力エラー)</translation>
        </message>
        <message>
            <source>The disk of {path} was removed</source>
            <translation>{path} のディスクが取り外されました</translation>
        </message>
        <message>
            <source>The document</source>
            <translation>文書</translation>
        </message>
        <message>
            <source>The file address does not name a file.</source>
            <translation>ファイルアドレスがファイルを指していません。</translation>
        </message>
        <message>
            <source>The file cannot be read any further.</source>
            <translation>ファイルをこれ以上読めません。</translation>
        </message>
        <message>
            <source>The file is gone from the server; the link may have expired.</source>
            <translation>ファイルがサーバーからなくなりました。リンクの期限が切れたのかもしれません。</translation>
        </message>
        <message>
            <source>The file system or a limit of this account does not allow {path} to grow that large</source>
            <translation>ファイルシステムかこのアカウントの制限により、{path} をそこまで大きくできません</translation>
        </message>
        <message>
            <source>The file {path} cannot be read.</source>
            <translation>ファイル {path} を読めません。</translation>
        </message>
        <message>
            <source>The folder for incomplete files must be a whole path</source>
            <translation>終わっていないファイルのフォルダーは、完全なパスで指定してください</translation>
        </message>
        <message>
            <source>The folder of {path} is gone</source>
            <translation>{path} のフォルダーがなくなりました</translation>
        </message>
        <message>
            <source>The folder of “{name}” must be a whole path</source>
            <translation>「{name}」のフォルダーは完全なパスで指定してください</translation>
        </message>
        <message>
            <source>The header {name} cannot be sent: its name or value is not valid.</source>
            <translation>ヘッダー {name} は送れません。名前か値が正しくありません。</translation>
        </message>
        <message>
            <source>The job has no source number {source_id}</source>
            <translation>ダウンロードに {source_id} 番のソースはありません</translation>
        </message>
        <message>
            <source>The job {job_id} in the list could not be read: {reason}</source>
            <translation>一覧のダウンロード {job_id} を読めませんでした: {reason}</translation>
        </message>
        <message>
            <source>The journal {path} was damaged ({reason}) and was set aside as {name}; unfinished downloads begin again.</source>
            <translation>記録 {path} が壊れていたため ({reason})、{name} として取り分けました。終わっていないダウンロードは最初からになります。</translation>
        </message>
        <message>
            <source>The key of {host} is not among the known hosts.</source>
            <translation>{host} の鍵は既知のホストにありません。</translation>
        </message>
        <message>
            <source>The key of {host} is not the one among the known hosts: it changed, or somebody stands in between.</source>
            <translation>{host} の鍵が既知のホストのものと異なります。変更されたか、誰かが間に入っています。</translation>
        </message>
        <message>
            <source>The keyring has no password for {host}.</source>
            <translation>キーリングに {host} のパスワードがありません。</translation>
        </message>
        <message>
            <source>The list of jobs in {path} cannot be used: {reason}</source>
            <translation>{path} のダウンロードの一覧を使えません: {reason}</translation>
        </message>
        <message>
            <source>The list of jobs in {path} is closed</source>
            <translation>{path} のダウンロードの一覧は閉じられています</translation>
        </message>
        <message>
            <source>The list of jobs in {path} was made by a newer version of Headwater</source>
            <translation>{path} のダウンロードの一覧は、新しいバージョンの Headwater のものです</translation>
        </message>
        <message>
            <source>The list of jobs was damaged ({reason}); a new one was begun, the old one is {aside}.</source>
            <translation>ダウンロードの一覧が壊れていたため ({reason})、新しい一覧を始めました。古いものは {aside} です。</translation>
        </message>
        <message>
            <source>The most suspect bytes are fetched again from other sources.</source>
            <translation>最も疑わしいバイトを、ほかのソースから取得し直します。</translation>
        </message>
        <message>
            <source>The name of {path} is too long for this file system</source>
            <translation>{path} の名前はこのファイルシステムには長すぎます</translation>
        </message>
        <message>
            <source>The name {host} cannot be found.</source>
            <translation>{host} という名前が見つかりません。</translation>
        </message>
        <message>
            <source>The network share of {path} went away</source>
            <translation>{path} のネットワーク共有がなくなりました</translation>
        </message>
        <message>
            <source>The number {number} is taken by another job</source>
            <translation>番号 {number} は別のダウンロードが使っています</translation>
        </message>
        <message>
            <source>The only hash known ({names}) cannot be computed here; nothing was proven.</source>
            <translation>分かっている唯一のハッシュ ({names}) はここでは計算できません。何も証明されていません。</translation>
        </message>
        <message>
            <source>The password file {path} cannot be read.</source>
            <translation>パスワードファイル {path} を読めません。</translation>
        </message>
        <message>
            <source>The password kept for {host} is not sent over plain {scheme}, where others could read it; "headwater-cli login {place}" allows it.</source>
            <translation>{host} 用に保存されたパスワードは、人に読まれうる暗号化なしの {scheme} では送りません。"headwater-cli login {place}" で許可できます。</translation>
        </message>
        <message>
            <source>The profile folder {folder} cannot be made: {reason}</source>
            <translation>プロファイルのフォルダー {folder} を作れません: {reason}</translation>
        </message>
        <message>
            <source>The proxy cannot be reached, or cannot reach {host}.</source>
            <translation>プロキシに接続できないか、プロキシから {host} に接続できません。</translation>
        </message>
        <message>
            <source>The proxy on the way to {host} cannot be reached.</source>
            <translation>{host} への途中のプロキシに接続できません。</translation>
        </message>
        <message>
            <source>The proxy on the way to {host} speaks no HTTP.</source>
            <translation>{host} への途中にあるプロキシは HTTP を話しません。</translation>
        </message>
        <message>
            <source>The proxy refuses to connect to {host} ({status}).</source>
            <translation>プロキシが {host} への接続を拒否しました ({status})。</translation>
        </message>
        <message>
            <source>The proxy wants a user name and password.</source>
            <translation>プロキシがユーザー名とパスワードを求めています。</translation>
        </message>
        <message>
            <source>The ranking list</source>
            <translation>順位表</translation>
        </message>
        <message>
            <source>The ranking list {place} cannot be had: {reason:clause}.</source>
            <translation>順位表 {place} を取得できません: {reason:clause}。</translation>
        </message>
        <message>
            <source>The scan found nothing.</source>
            <translation>スキャンで何も見つかりませんでした。</translation>
        </message>
        <message>
            <source>The scan found something.</source>
            <translation>スキャンで何かが見つかりました。</translation>
        </message>
        <message>
            <source>The scan found something: {told}</source>
            <translation>スキャンで何かが見つかりました: {told}</translation>
        </message>
        <message>
            <source>The server answered with a part of the file without saying which.</source>
            <translation>サーバーが、どこかを示さずにファイルの一部を返しました。</translation>
        </message>
        <message>
            <source>The server answered with a status that brings no file.</source>
            <translation>サーバーが、ファイルを渡さない状態コードを返しました。</translation>
        </message>
        <message>
            <source>The server asks for patience.</source>
            <translation>サーバーが待つよう求めています。</translation>
        </message>
        <message>
            <source>The server asks to come again later.</source>
            <translation>サーバーが後でまた来るよう求めています。</translation>
        </message>
        <message>
            <source>The server broke off after {count} of {size} bytes.</source>
            <translation>サーバーが {size} バイトのうち {count} バイトで中断しました。</translation>
        </message>
        <message>
            <source>The server broke off before the next part began.</source>
            <translation>サーバーが次の部分の始まる前に中断しました。</translation>
        </message>
        <message>
            <source>The server broke off {left} bytes before the end of a part.</source>
            <translation>サーバーがある部分の終わりの {left} バイト手前で中断しました。</translation>
        </message>
        <message>
            <source>The server cannot do what was asked.</source>
            <translation>サーバーは求められたことができません。</translation>
        </message>
        <message>
            <source>The server compresses in a way that is not known: {coding}.</source>
            <translation>サーバーの圧縮方式は未知のものです: {coding}。</translation>
        </message>
        <message>
            <source>The server did not answer within {seconds:.0f} seconds.</source>
            <translation>サーバーが {seconds:.0f} 秒以内に応答しませんでした。</translation>
        </message>
        <message>
            <source>The server does not have the file (550).</source>
            <translation>サーバーにそのファイルはありません (550)。</translation>
        </message>
        <message>
            <source>The server does not have the file.</source>
            <translation>サーバーにそのファイルはありません。</translation>
        </message>
        <message>
            <source>The server does not hold the bytes asked for (416).</source>
            <translation>サーバーに、求めたバイトがありません (416)。</translation>
        </message>
        <message>
            <source>The server does not speak HTTP/1.1.</source>
            <translation>サーバーは HTTP/1.1 に対応していません。</translation>
        </message>
        <message>
            <source>The server does not understand the request.</source>
            <translation>サーバーがリクエストを理解できません。</translation>
        </message>
        <message>
            <source>The server forbids access; the link may have expired.</source>
            <translation>サーバーがアクセスを禁止しています。リンクの期限が切れたのかもしれません。</translation>
        </message>
        <message>
            <source>The server gave up waiting for the request.</source>
            <translation>サーバーがリクエストを待つのをやめました。</translation>
        </message>
        <message>
            <source>The server has had too many requests and asks for patience.</source>
            <translation>サーバーへのリクエストが多すぎました。しばらく待つよう求めています。</translation>
        </message>
        <message>
            <source>The server has used up its traffic.</source>
            <translation>サーバーが通信量を使い切りました。</translation>
        </message>
        <message>
            <source>The server holds only {size_bytes} bytes.</source>
            <translation>サーバーにあるのは {size_bytes} バイトだけです。</translation>
        </message>
        <message>
            <source>The server holds only {size} bytes (416).</source>
            <translation>サーバーにあるのは {size} バイトだけです (416)。</translation>
        </message>
        <message>
            <source>The server is overloaded or being looked after.</source>
            <translation>サーバーが過負荷か、保守中です。</translation>
        </message>
        <message>
            <source>The server left out {count} of the bytes it was asked for.</source>
            <translation>サーバーが、求めたバイトのうち {count} バイトを送りませんでした。</translation>
        </message>
        <message>
            <source>The server may not give out the file for legal reasons.</source>
            <translation>法的な理由で、サーバーはこのファイルを渡せません。</translation>
        </message>
        <message>
            <source>The server met an error of its own.</source>
            <translation>サーバー自身にエラーが起きました。</translation>
        </message>
        <message>
            <source>The server met an error.</source>
            <translation>サーバーにエラーが起きました。</translation>
        </message>
        <message>
            <source>The server points elsewhere in a way that leads to no file.</source>
            <translation>サーバーが別の場所を指していますが、ファイルには行き着きません。</translation>
        </message>
        <message>
            <source>The server points elsewhere without saying where.</source>
            <translation>サーバーが、行き先を示さずに別の場所を指しています。</translation>
        </message>
        <message>
            <source>The server points to a {scheme} address, which is not followed.</source>
            <translation>サーバーが {scheme} のアドレスを指していますが、これには従いません。</translation>
        </message>
        <message>
            <source>The server points to an address that is not valid.</source>
            <translation>サーバーが正しくないアドレスを指しています。</translation>
        </message>
        <message>
            <source>The server promised {length} bytes for a range of {size}.</source>
            <translation>サーバーが {size} バイトの範囲に {length} バイトを約束しました。</translation>
        </message>
        <message>
            <source>The server refuses the request.</source>
            <translation>サーバーがリクエストを拒否しました。</translation>
        </message>
        <message>
            <source>The server says that the file is empty; that is believed when no other source has more.</source>
            <translation>サーバーはファイルが空だと答えています。ほかの取得元にもなければ、そう見なします。</translation>
        </message>
        <message>
            <source>The server says that the request came over the wrong connection.</source>
            <translation>サーバーは、リクエストが別の接続に届いたと言っています。</translation>
        </message>
        <message>
            <source>The server says there is no content.</source>
            <translation>サーバーは内容がないと言っています。</translation>
        </message>
        <message>
            <source>The server sends ranges of a compressed form of the file.</source>
            <translation>サーバーが、ファイルを圧縮した形の範囲を送ってきます。</translation>
        </message>
        <message>
            <source>The server sends the file in a transfer coding that is not known.</source>
            <translation>サーバーが、未知の転送符号化でファイルを送ってきます。</translation>
        </message>
        <message>
            <source>The server sent a range that was not asked for.</source>
            <translation>サーバーが、求めていない範囲を送りました。</translation>
        </message>
        <message>
            <source>The server sent a web page in the place of the file.</source>
            <translation>サーバーがファイルの代わりに Web ページを送りました。</translation>
        </message>
        <message>
            <source>The server sent more bytes than it promised.</source>
            <translation>サーバーが約束より多くのバイトを送りました。</translation>
        </message>
        <message>
            <source>The server sent the range {sent} where {asked} was asked for.</source>
            <translation>{asked} を求めたのに、サーバーは範囲 {sent} を送りました。</translation>
        </message>
        <message>
            <source>The server sent words in the place of the file.</source>
            <translation>サーバーがファイルの代わりに文章を送りました。</translation>
        </message>
        <message>
            <source>The server wants a kind of login that is not supported: {offered} (401).</source>
            <translation>サーバーは対応していない種類のログインを求めています: {offered} (401)。</translation>
        </message>
        <message>
            <source>The server wants a user name and password, or a fresh link.</source>
            <translation>サーバーがユーザー名とパスワード、または新しいリンクを求めています。</translation>
        </message>
        <message>
            <source>The server wants to be paid.</source>
            <translation>サーバーが支払いを求めています。</translation>
        </message>
        <message>
            <source>The server's file has {size_bytes} bytes, not {wanted}: it is another file.</source>
            <translation>サーバーのファイルは {wanted} バイトではなく {size_bytes} バイトです。別のファイルです。</translation>
        </message>
        <message>
            <source>The server's multipart answer makes no sense: {reason}.</source>
            <translation>サーバーのマルチパート応答が意味をなしません: {reason}。</translation>
        </message>
        <message>
            <source>The server's own source does not answer.</source>
            <translation>サーバーの取得元が応答しません。</translation>
        </message>
        <message>
            <source>The server's own source takes too long.</source>
            <translation>サーバーの取得元に時間がかかりすぎています。</translation>
        </message>
        <message>
            <source>The server's redirects are more than {most}.</source>
            <translation>サーバーのリダイレクトが {most} 回を超えています。</translation>
        </message>
        <message>
            <source>The server's redirects go round in a circle.</source>
            <translation>サーバーのリダイレクトが循環しています。</translation>
        </message>
        <message>
            <source>The settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>The settings could not be used, because {reason}; the defaults are in force, the old file is {aside}.</source>
            <translation>設定を使えませんでした: {reason}。既定値を使います。古いファイルは {aside} です。</translation>
        </message>
        <message>
            <source>The settings in {path} cannot be read: {reason}</source>
            <translation>{path} の設定を読めません: {reason}</translation>
        </message>
        <message>
            <source>The settings in {path} cannot be used ({reason}) nor moved away: {trouble}</source>
            <translation>{path} の設定は使えず ({reason})、移動もできません: {trouble}</translation>
        </message>
        <message>
            <source>The signature could not be checked: you do not have the key {key}.</source>
            <translation>署名を検証できませんでした: 鍵 {key} がありません。</translation>
        </message>
        <message>
            <source>The signature of {signer} is bad: the key was revoked.</source>
            <translation>{signer} の署名は無効です: 鍵が失効しています。</translation>
        </message>
        <message>
            <source>The signature of {signer} is bad: what was signed is not what is here.</source>
            <translation>{signer} の署名は無効です: 署名されたものとここにあるものが違います。</translation>
        </message>
        <message>
            <source>The signature was not checked: GnuPG cannot read it.</source>
            <translation>署名は検証されていません: GnuPG が読めません。</translation>
        </message>
        <message>
            <source>The signature was not checked: GnuPG is not installed.</source>
            <translation>署名は検証されていません: GnuPG がインストールされていません。</translation>
        </message>
        <message>
            <source>The signature was not checked: GnuPG took too long.</source>
            <translation>署名は検証されていません: GnuPG に時間がかかりすぎました。</translation>
        </message>
        <message>
            <source>The source cannot send parts of the file, so a partial one cannot go on</source>
            <translation>ソースがファイルの一部を送れないため、途中から続けられません</translation>
        </message>
        <message>
            <source>The stream server cannot listen: {reason}.</source>
            <translation>ストリームサーバーが待ち受けできません: {reason}。</translation>
        </message>
        <message>
            <source>The system does not permit writing {path}</source>
            <translation>システムが {path} への書き込みを許可しません</translation>
        </message>
        <message>
            <source>The system's keyring does not answer.</source>
            <translation>システムのキーリングが応答しません。</translation>
        </message>
        <message>
            <source>The system's keyring failed ({reason}).</source>
            <translation>システムのキーリングでエラーが起きました ({reason})。</translation>
        </message>
        <message>
            <source>The system's keyring is locked.</source>
            <translation>システムのキーリングがロックされています。</translation>
        </message>
        <message>
            <source>There are two categories called “{name}”</source>
            <translation>「{name}」というカテゴリーが二つあります</translation>
        </message>
        <message>
            <source>There are two queues called “{name}”</source>
            <translation>「{name}」というキューが二つあります</translation>
        </message>
        <message>
            <source>There is a file called {target} already</source>
            <translation>{target} というファイルがすでにあります</translation>
        </message>
        <message>
            <source>There is no TLS version called {min_tls}; known are TLSv1.2 and TLSv1.3.</source>
            <translation>{min_tls} という TLS のバージョンはありません。使えるのは TLSv1.2 と TLSv1.3 です。</translation>
        </message>
        <message>
            <source>There is no job {job_id}</source>
            <translation>ダウンロード {job_id} はありません</translation>
        </message>
        <message>
            <source>There is no job {job}</source>
            <translation>ダウンロード {job} はありません</translation>
        </message>
        <message>
            <source>There is no page yet that tells of Headwater's releases</source>
            <translation>Headwater のリリースを知らせるページはまだありません</translation>
        </message>
        <message>
            <source>There is no permission to write into {place}.</source>
            <translation>{place} に書き込む権限がありません。</translation>
        </message>
        <message>
            <source>There is no permission to write {path}</source>
            <translation>{path} に書き込む権限がありません</translation>
        </message>
        <message>
            <source>There is no program called {program}</source>
            <translation>{program} というプログラムはありません</translation>
        </message>
        <message>
            <source>There is no queue called “{queue}”</source>
            <translation>「{queue}」というキューはありません</translation>
        </message>
        <message>
            <source>There is no source to ask.</source>
            <translation>問い合わせるソースがありません。</translation>
        </message>
        <message>
            <source>There is no way to {host} now.</source>
            <translation>現在 {host} への経路がありません。</translation>
        </message>
        <message>
            <source>There is not enough room in {folder} for a copy of {name}</source>
            <translation>{folder} に {name} のコピーを置く空きがありません</translation>
        </message>
        <message>
            <source>There is nothing in this member that could be shown or saved.</source>
            <translation>この項目には、表示や保存のできるものがありません。</translation>
        </message>
        <message>
            <source>There is nothing of {name} to verify</source>
            <translation>{name} には検証できるものがありません</translation>
        </message>
        <message>
            <source>This archive cannot be read further ({reason}).</source>
            <translation>このアーカイブをこれ以上読めません ({reason})。</translation>
        </message>
        <message>
            <source>This archive unpacks to so much that it is not listed further.</source>
            <translation>このアーカイブは展開すると大きすぎるため、これ以上は一覧にしません。</translation>
        </message>
        <message>
            <source>This archive's headers claim more than any honest archive's.</source>
            <translation>このアーカイブのヘッダーは、まともなアーカイブではありえない量を示しています。</translation>
        </message>
        <message>
            <source>This archive's headers lead back to where they began.</source>
            <translation>このアーカイブのヘッダーは、始まりの場所に戻ります。</translation>
        </message>
        <message>
            <source>This computer has no keyring that Headwater can use. Passwords of servers can stand in a password file (netrc) instead.</source>
            <translation>このコンピューターには Headwater が使えるキーリングがありません。サーバーのパスワードは代わりにパスワードファイル (netrc) に書けます。</translation>
        </message>
        <message>
            <source>This computer has no network; the download goes on when there is one again.</source>
            <translation>このコンピューターはネットワークにつながっていません。つながるとダウンロードを続けます。</translation>
        </message>
        <message>
            <source>This computer has too many files and connections open.</source>
            <translation>このコンピューターで開いているファイルと接続が多すぎます。</translation>
        </message>
        <message>
            <source>This computer has too many files open to open {path}</source>
            <translation>このコンピューターで開いているファイルが多すぎて {path} を開けません</translation>
        </message>
        <message>
            <source>This member is locked with a password.</source>
            <translation>この項目はパスワードで保護されています。</translation>
        </message>
        <message>
            <source>This member unpacks to a thousand times its size: it is not saved.</source>
            <translation>この項目は展開するとサイズが千倍になるため、保存しません。</translation>
        </message>
        <message>
            <source>This program has too many files open to open {path}</source>
            <translation>このプログラムで開いているファイルが多すぎて {path} を開けません</translation>
        </message>
        <message>
            <source>This stream was aborted</source>
            <translation>このストリームは中断されました</translation>
        </message>
        <message>
            <source>Took over {size} that {host} would have brought late.</source>
            <translation>{host} では遅れるはずの {size} を引き継ぎました。</translation>
        </message>
        <message>
            <source>Waiting: {host} is asked again at {time}. {reason}</source>
            <translation>待機中: {host} には {time} に再び要求します。{reason}</translation>
        </message>
        <message>
            <source>Weight cost</source>
            <translation>コストの重み</translation>
        </message>
        <message>
            <source>Weight distance</source>
            <translation>距離の重み</translation>
        </message>
        <message>
            <source>Weight external</source>
            <translation>外部評価の重み</translation>
        </message>
        <message>
            <source>Weight hops</source>
            <translation>ホップ数の重み</translation>
        </message>
        <message>
            <source>Weight latency</source>
            <translation>遅延の重み</translation>
        </message>
        <message>
            <source>Weight throughput</source>
            <translation>スループットの重み</translation>
        </message>
        <message>
            <source>What the journal knew of {path} was damaged; it is downloaded again.</source>
            <translation>{path} についての記録が壊れていました。もう一度ダウンロードします。</translation>
        </message>
        <message>
            <source>Write a proxy with its port: proxy://example.org:8080</source>
            <translation>プロキシはポートを付けて書いてください: proxy://example.org:8080</translation>
        </message>
        <message>
            <source>Write the proxy as http://name@host:port; its password is kept apart, in the system's keyring.</source>
            <translation>プロキシは http://name@host:port のように書いてください。パスワードは別に、システムのキーリングに保存されます。</translation>
        </message>
        <message>
            <source>Your disk quota for {path} is used up</source>
            <translation>{path} に使えるディスク割り当てを使い切りました</translation>
        </message>
        <message>
            <source>[{inside}] counts to nowhere; the first must not be greater than the last</source>
            <translation>[{inside}] は数えられません。最初の値を最後の値より大きくしないでください</translation>
        </message>
        <message>
            <source>[{inside}] is no range; write [01-20], [0-100:10] or [a-e]</source>
            <translation>[{inside}] は範囲ではありません。[01-20]、[0-100:10]、[a-e] のように書いてください</translation>
        </message>
        <message>
            <source>[{inside}] mixes what cannot be counted through</source>
            <translation>[{inside}] には、順に数えられないものが混ざっています</translation>
        </message>
        <message>
            <source>[{inside}] stands for more than {most:,} URLs</source>
            <translation>[{inside}] は {most:,} 個を超える URL を表します</translation>
        </message>
        <message>
            <source>a Metalink of {size} bytes is refused; the most that is read is {most}</source>
            <translation>{size} バイトの Metalink は受け付けません。読むのは {most} バイトまでです</translation>
        </message>
        <message>
            <source>a checksum file of {size} bytes is refused; the most that is read is {most}</source>
            <translation>{size} バイトのチェックサムファイルは受け付けません。読むのは {most} バイトまでです</translation>
        </message>
        <message>
            <source>a file of the torrent</source>
            <translation>torrent のファイル</translation>
        </message>
        <message>
            <source>a former source</source>
            <translation>以前のソース</translation>
        </message>
        <message>
            <source>a group of values</source>
            <translation>値の組</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>リスト</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>数</translation>
        </message>
        <message>
            <source>a part does not end with a line break</source>
            <translation>ある部分が改行で終わっていません</translation>
        </message>
        <message>
            <source>a part does not say which bytes it holds</source>
            <translation>ある部分が、どのバイトを含むか示していません</translation>
        </message>
        <message>
            <source>a part is longer than it says</source>
            <translation>ある部分が、示された長さより長くなっています</translation>
        </message>
        <message>
            <source>a part is longer than it says, or its boundary is wrong</source>
            <translation>ある部分が示された長さより長いか、その境界が誤っています</translation>
        </message>
        <message>
            <source>a part's headers do not end</source>
            <translation>ある部分のヘッダーが終わりません</translation>
        </message>
        <message>
            <source>a request took longer than {seconds:g} s</source>
            <translation>リクエストが {seconds:g} 秒を超えました</translation>
        </message>
        <message>
            <source>a signature could not be checked: {reason}</source>
            <translation>署名を検証できませんでした: {reason}</translation>
        </message>
        <message>
            <source>a size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>テキスト</translation>
        </message>
        <message>
            <source>a torrent of {size} bytes is refused; the most that is read is {most}</source>
            <translation>{size} バイトの torrent は受け付けません。読むのは {most} バイトまでです</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>active</source>
            <translation>使用中</translation>
        </message>
        <message>
            <source>all of {count} samples are right</source>
            <translation>標本 {count} 個がすべて一致しました</translation>
        </message>
        <message>
            <source>all {count:,} blocks</source>
            <translation>{count:,} ブロックすべて</translation>
        </message>
        <message>
            <source>an element of the Metalink holds more than {most} characters</source>
            <translation>Metalink のある要素が {most} 文字を超えています</translation>
        </message>
        <message>
            <source>aria2's control file contradicts itself</source>
            <translation>aria2 の制御ファイルの内容が矛盾しています</translation>
        </message>
        <message>
            <source>aria2's control file is cut short</source>
            <translation>aria2 の制御ファイルが途中で切れています</translation>
        </message>
        <message>
            <source>as you gave it</source>
            <translation>あなたの指定</translation>
        </message>
        <message>
            <source>asking a source that failed for a little, to see whether it is back</source>
            <translation>失敗したソースが戻ったか確かめるため、少しだけ求めます</translation>
        </message>
        <message>
            <source>attempts</source>
            <translation>回</translation>
        </message>
        <message>
            <source>bad blocks after which a source is set aside</source>
            <translation>この数の不良ブロックでソースを外します</translation>
        </message>
        <message>
            <source>blocks</source>
            <translation>ブロック</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>バイト</translation>
        </message>
        <message>
            <source>bytes of {target} are still missing</source>
            <translation>{target} のバイトがまだ足りません</translation>
        </message>
        <message>
            <source>bytes {span} came for a file of {size_bytes} bytes</source>
            <translation>{size_bytes} バイトのファイルにバイト {span} が届きました</translation>
        </message>
        <message>
            <source>came with the bytes, so it finds accidents, and nothing that the server means to do</source>
            <translation>バイトと一緒に届いたので、事故は見つけますが、サーバーが意図したことは見つけられません</translation>
        </message>
        <message>
            <source>cannot be read at byte {at}</source>
            <translation>バイト {at} で読めません</translation>
        </message>
        <message>
            <source>channels</source>
            <translation>チャネル</translation>
        </message>
        <message>
            <source>checksum file {name}</source>
            <translation>チェックサムファイル {name}</translation>
        </message>
        <message>
            <source>checksum file {name} of {host}</source>
            <translation>{host} のチェックサムファイル {name}</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>閉じた</translation>
        </message>
        <message>
            <source>computed from the bytes that it serves now, so equal bytes are all that can be said</source>
            <translation>今サーバーが渡すバイトから計算したので、バイトが等しいことしか言えません</translation>
        </message>
        <message>
            <source>computed here as the bytes came, so it shows what has changed since then, and proves nothing else</source>
            <translation>バイトの受信時にここで計算したものなので、それ以降の変化を示すだけで、ほかには何も証明しません</translation>
        </message>
        <message>
            <source>cost</source>
            <translation>コスト</translation>
        </message>
        <message>
            <source>countdown_s must lie between 0 and {most:g} s</source>
            <translation>countdown_s は 0 から {most:g} 秒までです</translation>
        </message>
        <message>
            <source>country of {pattern} must be two letters, like DE</source>
            <translation>{pattern} の国は DE のような 2 字で指定してください</translation>
        </message>
        <message>
            <source>covered by a signature</source>
            <translation>署名で保証されています</translation>
        </message>
        <message>
            <source>disabled</source>
            <translation>無効</translation>
        </message>
        <message>
            <source>disagreement</source>
            <translation>不一致</translation>
        </message>
        <message>
            <source>distance</source>
            <translation>距離</translation>
        </message>
        <message>
            <source>eD2k links are not supported, because Headwater does not take part in file-sharing networks.</source>
            <translation>Headwater はファイル共有ネットワークに参加しないため、eD2k リンクには対応していません。</translation>
        </message>
        <message>
            <source>each is proven as it comes</source>
            <translation>届くたびに証明します</translation>
        </message>
        <message>
            <source>ends too early</source>
            <translation>早く終わりすぎています</translation>
        </message>
        <message>
            <source>failures in a row after which a source no longer keeps a job alive</source>
            <translation>連続でこの回数失敗したソースは、もうジョブを支えません</translation>
        </message>
        <message>
            <source>files with the same digest can be made on purpose</source>
            <translation>同じハッシュのファイルを意図的に作ることができます</translation>
        </message>
        <message>
            <source>from a document that describes the file: worth as much as the place that it came from</source>
            <translation>ファイルを説明する文書から: その出所と同じだけ信頼できます</translation>
        </message>
        <message>
            <source>from a file beside the download: worth as much as the server it lies on</source>
            <translation>ダウンロードの隣のファイルから: それを置くサーバーと同じだけ信頼できます</translation>
        </message>
        <message>
            <source>from {origin}</source>
            <translation>{origin} による</translation>
        </message>
        <message>
            <source>given by you</source>
            <translation>あなたが指定しました</translation>
        </message>
        <message>
            <source>goes on after its end</source>
            <translation>終わりの後にも続いています</translation>
        </message>
        <message>
            <source>has a key that is no string</source>
            <translation>文字列でないキーを持っています</translation>
        </message>
        <message>
            <source>has a key without a value</source>
            <translation>値のないキーを持っています</translation>
        </message>
        <message>
            <source>has the same key twice</source>
            <translation>同じキーを二つ持っています</translation>
        </message>
        <message>
            <source>hash tree</source>
            <translation>ハッシュツリー</translation>
        </message>
        <message>
            <source>hedge</source>
            <translation>二重要求</translation>
        </message>
        <message>
            <source>holds a malformed number at byte {start}</source>
            <translation>バイト {start} に正しくない数を含んでいます</translation>
        </message>
        <message>
            <source>holds a negative zero</source>
            <translation>負のゼロを含んでいます</translation>
        </message>
        <message>
            <source>holds a number too large to be meant</source>
            <translation>ありえないほど大きな数を含んでいます</translation>
        </message>
        <message>
            <source>holds more than {most} values</source>
            <translation>{most} 個を超える値を含んでいます</translation>
        </message>
        <message>
            <source>hops</source>
            <translation>ホップ数</translation>
        </message>
        <message>
            <source>hosts[{number}] has “{name}”, which is none of {known}</source>
            <translation>hosts[{number}] に「{name}」がありますが、使えるのは {known} です</translation>
        </message>
        <message>
            <source>how far ahead of the frontier a channel may be given bytes</source>
            <translation>フロンティアのどれだけ先のバイトまでチャネルに渡すか</translation>
        </message>
        <message>
            <source>how readily bytes are asked for twice when the end or a reader waits (0 never)</source>
            <translation>終わりや読み手が待つとき、どれだけ進んで二重に要求するか (0 はしない)</translation>
        </message>
        <message>
            <source>how soon a late channel's rest is given to another (0 never, 1 at once)</source>
            <translation>遅れたチャネルの残りをどれだけ早くほかに渡すか (0 は渡さない、1 はすぐ)</translation>
        </message>
        <message>
            <source>idle</source>
            <translation>待機</translation>
        </message>
        <message>
            <source>in reserve: it brought as much as you want to pay for</source>
            <translation>予備: 支払うつもりの量まで届きました</translation>
        </message>
        <message>
            <source>in reserve: it costs, and others are free</source>
            <translation>予備: 費用がかかり、ほかは無料です</translation>
        </message>
        <message>
            <source>in reserve: its score is below the least wanted</source>
            <translation>予備: 評価が求める最低値を下回っています</translation>
        </message>
        <message>
            <source>in reserve: {count} that rank better are in use</source>
            <translation>予備: 順位が上の {count} 件を使っています</translation>
        </message>
        <message>
            <source>is nested more than {most} deep</source>
            <translation>{most} 段を超えて入れ子になっています</translation>
        </message>
        <message>
            <source>it answers with a web page instead of the file</source>
            <translation>ファイルの代わりに Web ページを返します</translation>
        </message>
        <message>
            <source>it cannot be computed here</source>
            <translation>ここでは計算できません</translation>
        </message>
        <message>
            <source>it cannot be read: {reason}</source>
            <translation>読めません: {reason}</translation>
        </message>
        <message>
            <source>it contradicts {origin}, which is trusted more</source>
            <translation>より信頼される {origin} と食い違います</translation>
        </message>
        <message numerus="yes">
            <source>it delivered {count} bad blocks</source>
            <translation>
                <numerusform>壊れたブロックを {count} 個渡しました</numerusform>
            </translation>
        </message>
        <message>
            <source>it differs from other sources, and what else it brought could not be compared</source>
            <translation>ほかのソースと内容が異なり、届けたほかの部分も比較できませんでした</translation>
        </message>
        <message numerus="yes">
            <source>it differs from sources that rank better in {count} blocks</source>
            <translation>
                <numerusform>{count} ブロックで、順位が上のソースと異なります</numerusform>
            </translation>
        </message>
        <message>
            <source>it does not describe this file</source>
            <translation>このファイルの説明がありません</translation>
        </message>
        <message>
            <source>it does not tell its file's size, so nothing shows that it is the same file</source>
            <translation>ファイルのサイズを示さないため、同じファイルだと分かりません</translation>
        </message>
        <message>
            <source>it fell silent</source>
            <translation>何も届かなくなりました</translation>
        </message>
        <message>
            <source>it finds accidents only</source>
            <translation>事故しか見つけません</translation>
        </message>
        <message>
            <source>it first had a file of {claimed:,} bytes and now one of {size_bytes:,}</source>
            <translation>最初は {claimed:,} バイト、今は {size_bytes:,} バイトのファイルを示しています</translation>
        </message>
        <message>
            <source>it is larger than {most:,} bytes</source>
            <translation>{most:,} バイトを超えています</translation>
        </message>
        <message>
            <source>it is nested too deeply</source>
            <translation>入れ子が深すぎます</translation>
        </message>
        <message>
            <source>it is not TOML ({reason})</source>
            <translation>TOML ではありません ({reason})</translation>
        </message>
        <message>
            <source>it is not text</source>
            <translation>テキストではありません</translation>
        </message>
        <message>
            <source>it is not text ({reason})</source>
            <translation>テキストではありません ({reason})</translation>
        </message>
        <message>
            <source>it is not text in UTF-8</source>
            <translation>UTF-8 のテキストではありません</translation>
        </message>
        <message>
            <source>it is too large to hold settings</source>
            <translation>設定にしては大きすぎます</translation>
        </message>
        <message>
            <source>it names no boundary</source>
            <translation>境界が示されていません</translation>
        </message>
        <message>
            <source>it sends different bytes for the same part of the file, and no mark tells them apart</source>
            <translation>ファイルの同じ部分に異なるバイトを送り、それらを見分ける印がありません</translation>
        </message>
        <message>
            <source>its boundary does not come</source>
            <translation>境界が現れません</translation>
        </message>
        <message>
            <source>its boundary is wrong</source>
            <translation>境界が誤っています</translation>
        </message>
        <message>
            <source>its boundary line does not end</source>
            <translation>境界の行が終わりません</translation>
        </message>
        <message>
            <source>its file has changed since the download began</source>
            <translation>ダウンロードの開始後にファイルが変わりました</translation>
        </message>
        <message>
            <source>its file has {claim:,} bytes, the others' {size_bytes:,}</source>
            <translation>ファイルは {claim:,} バイトですが、ほかのソースでは {size_bytes:,} バイトです</translation>
        </message>
        <message>
            <source>its file has {size_bytes:,} bytes, the one begun here {begun:,}</source>
            <translation>ファイルは {size_bytes:,} バイトですが、ここで始めたものは {begun:,} バイトです</translation>
        </message>
        <message>
            <source>its parts disagree about the file's size</source>
            <translation>ファイルのサイズについて各部分が食い違っています</translation>
        </message>
        <message>
            <source>largest span asked for in one request</source>
            <translation>一度に要求する最大のスパン</translation>
        </message>
        <message>
            <source>late bytes are asked for twice</source>
            <translation>遅れているバイトを二重に求めます</translation>
        </message>
        <message>
            <source>latency</source>
            <translation>遅延</translation>
        </message>
        <message>
            <source>learned</source>
            <translation>学習</translation>
        </message>
        <message>
            <source>length of the interval over which shares are balanced</source>
            <translation>割り当てを釣り合わせる間隔の長さ</translation>
        </message>
        <message>
            <source>length of {name}</source>
            <translation>{name} の長さ</translation>
        </message>
        <message>
            <source>line {line} is not JSON ({reason})</source>
            <translation>{line} 行目が JSON ではありません ({reason})</translation>
        </message>
        <message>
            <source>list_every_s must lie between a minute and 30 days</source>
            <translation>list_every_s は 1 分から 30 日までです</translation>
        </message>
        <message>
            <source>locale</source>
            <translation>システムの地域設定</translation>
        </message>
        <message>
            <source>metered_cost_per_gb must lie between 0 and 1000000</source>
            <translation>metered_cost_per_gb は 0 から 1000000 までです</translation>
        </message>
        <message>
            <source>metered_rate_bytes_per_s must be more than 0</source>
            <translation>metered_rate_bytes_per_s は 0 より大きくしてください</translation>
        </message>
        <message>
            <source>min_span_bytes must not exceed max_span_bytes</source>
            <translation>min_span_bytes を max_span_bytes より大きくしないでください</translation>
        </message>
        <message>
            <source>most connections of one job</source>
            <translation>一つのジョブの最大接続数</translation>
        </message>
        <message>
            <source>most connections to one host, over all its sources</source>
            <translation>一つのホストへの最大接続数(全ソース合計)</translation>
        </message>
        <message>
            <source>most connections to one source</source>
            <translation>一つのソースへの最大接続数</translation>
        </message>
        <message>
            <source>most sources used at once, those that rank best</source>
            <translation>同時に使うソースの最大数 (順位が上のものから)</translation>
        </message>
        <message>
            <source>most_channels must lie between 1 and 4096</source>
            <translation>most_channels は 1 から 4096 までです</translation>
        </message>
        <message>
            <source>no copy of {name} could be fetched: {reason}</source>
            <translation>{name} のコピーを取得できませんでした: {reason}</translation>
        </message>
        <message>
            <source>no mirror of {name} is known; name one with --from</source>
            <translation>{name} のミラーが分かりません。--from で指定してください</translation>
        </message>
        <message>
            <source>no source can be asked</source>
            <translation>問い合わせできるソースがありません</translation>
        </message>
        <message>
            <source>no source of this job has been measured yet, so there is nothing to simulate</source>
            <translation>このジョブのソースはまだ計測されていないため、シミュレートするものがありません</translation>
        </message>
        <message>
            <source>no way is known here</source>
            <translation>ここではその方法が分かりません</translation>
        </message>
        <message>
            <source>none differed</source>
            <translation>違いはありませんでした</translation>
        </message>
        <message>
            <source>nothing is known to check {name} against; name a checksum, a Metalink, a torrent, a checksum file or a mirror</source>
            <translation>{name} を照合できるものがありません。チェックサム、Metalink、torrent、チェックサムファイル、ミラーのどれかを指定してください</translation>
        </message>
        <message>
            <source>nothing of {name} has arrived yet</source>
            <translation>{name} はまだ何も届いていません</translation>
        </message>
        <message>
            <source>opening</source>
            <translation>接続中</translation>
        </message>
        <message>
            <source>outside ranking</source>
            <translation>外部評価</translation>
        </message>
        <message>
            <source>pause after a source's first failure; doubles with each more</source>
            <translation>ソースが最初に失敗した後の休止。失敗のたびに倍になります</translation>
        </message>
        <message>
            <source>piece hashes from {origin} do not fit {algorithm}</source>
            <translation>{origin} のピースのハッシュが {algorithm} に合いません</translation>
        </message>
        <message>
            <source>piece length</source>
            <translation>ピースの長さ</translation>
        </message>
        <message>
            <source>pieces each interval's share is cut into, so that the frontier moves evenly</source>
            <translation>フロンティアが滑らかに進むよう、各間隔の割り当てを分ける数</translation>
        </message>
        <message>
            <source>probe</source>
            <translation>試し</translation>
        </message>
        <message>
            <source>rate_bytes_per_s of a timetable entry must be more than 0, or null for no limit</source>
            <translation>時間割の rate_bytes_per_s は 0 より大きくするか、制限なしの null にしてください</translation>
        </message>
        <message>
            <source>rate_limit_bytes_per_s must be more than 0, or null for no limit</source>
            <translation>rate_limit_bytes_per_s は 0 より大きくするか、制限なしの null にしてください</translation>
        </message>
        <message>
            <source>receiving</source>
            <translation>受信中</translation>
        </message>
        <message>
            <source>recovered</source>
            <translation>回復</translation>
        </message>
        <message>
            <source>repair</source>
            <translation>修復</translation>
        </message>
        <message>
            <source>resting</source>
            <translation>休止</translation>
        </message>
        <message>
            <source>running_at_once must lie between 1 and {most}</source>
            <translation>running_at_once は 1 から {most} までです</translation>
        </message>
        <message>
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>set aside</source>
            <translation>除外</translation>
        </message>
        <message>
            <source>signed {origin}</source>
            <translation>署名された {origin}</translation>
        </message>
        <message>
            <source>slow_rate_bytes_per_s must be more than 0</source>
            <translation>slow_rate_bytes_per_s は 0 より大きくしてください</translation>
        </message>
        <message>
            <source>smallest span asked for in one request</source>
            <translation>一度に要求する最小のスパン</translation>
        </message>
        <message>
            <source>sources</source>
            <translation>ソース</translation>
        </message>
        <message>
            <source>sources that score less are used only while no other can be (0 uses all)</source>
            <translation>評価がこれより低いソースは、ほかに使えるものがないときだけ使います (0 ならすべて使います)</translation>
        </message>
        <message>
            <source>standby</source>
            <translation>控え</translation>
        </message>
        <message>
            <source>start_minute must lie between 0 and {last}, end_minute up to {end}</source>
            <translation>start_minute は 0 から {last} まで、end_minute は {end} までです</translation>
        </message>
        <message>
            <source>strange</source>
            <translation>見慣れない種類</translation>
        </message>
        <message>
            <source>taken over</source>
            <translation>引き継ぎ</translation>
        </message>
        <message>
            <source>the Metalink declares a document type or entities, which is refused as an attack</source>
            <translation>Metalink が文書型か実体を宣言しています。攻撃とみなして受け付けません</translation>
        </message>
        <message>
            <source>the Metalink describes more than {most} files</source>
            <translation>Metalink に説明されたファイルが {most} 個を超えています</translation>
        </message>
        <message>
            <source>the Metalink gives two different lists of {algorithm} pieces of {name}</source>
            <translation>Metalink に {name} の異なる {algorithm} ピースの一覧が二つあります</translation>
        </message>
        <message>
            <source>the Metalink gives two different {algorithm} hashes of {name}</source>
            <translation>Metalink に {name} の異なる {algorithm} ハッシュが二つあります</translation>
        </message>
        <message>
            <source>the Metalink gives {text} as a {algorithm} hash, which cannot be one</source>
            <translation>Metalink の {text} は、{algorithm} ハッシュではありえません</translation>
        </message>
        <message>
            <source>the Metalink gives {text} as {what}, which cannot be</source>
            <translation>Metalink の{what} {text} は、ありえない値です</translation>
        </message>
        <message>
            <source>the Metalink has more than {most} elements</source>
            <translation>Metalink の要素が {most} 個を超えています</translation>
        </message>
        <message>
            <source>the Metalink holds a URL that is none: {url}</source>
            <translation>Metalink に URL でないものがあります: {url}</translation>
        </message>
        <message>
            <source>the Metalink is nested too deeply to be honest</source>
            <translation>Metalink の入れ子が深すぎ、まともなものではありません</translation>
        </message>
        <message>
            <source>the Metalink lists more than {most} URLs</source>
            <translation>Metalink の URL が {most} 個を超えています</translation>
        </message>
        <message>
            <source>the Metalink lists more than {most} pieces</source>
            <translation>Metalink のピースが {most} 個を超えています</translation>
        </message>
        <message>
            <source>the Metalink lists {count} pieces of {piece_bytes} bytes for {name}, which has {size} bytes</source>
            <translation>Metalink は {size} バイトの {name} に {piece_bytes} バイトのピースを {count} 個示しています</translation>
        </message>
        <message>
            <source>the Metalink names a file {name}, which is no safe relative path</source>
            <translation>Metalink のファイル名 {name} は、安全な相対パスではありません</translation>
        </message>
        <message>
            <source>the Metalink numbers a piece {number} where piece {count} is due</source>
            <translation>Metalink で、ピース {count} の番に番号 {number} のピースがあります</translation>
        </message>
        <message>
            <source>the Metalink's text cannot be decoded: {reason}</source>
            <translation>Metalink の文字を読み取れません: {reason}</translation>
        </message>
        <message>
            <source>the blocking face must not be used on the loop's own thread: it would wait for itself</source>
            <translation>待つ側の操作をループ自身のスレッドで使うと、自分自身を待つことになるため、使えません</translation>
        </message>
        <message>
            <source>the connection may not be used now</source>
            <translation>この接続は今は使えません</translation>
        </message>
        <message>
            <source>the copy at {hosts}</source>
            <translation>{hosts} のコピー</translation>
        </message>
        <message>
            <source>the country must be two capital letters, like DE</source>
            <translation>国は DE のような大文字 2 字で指定してください</translation>
        </message>
        <message>
            <source>the document describes no file; it is empty or not a Metalink</source>
            <translation>文書にファイルの説明がありません。空か、Metalink ではありません</translation>
        </message>
        <message>
            <source>the document is XML, but not a Metalink</source>
            <translation>文書は XML ですが、Metalink ではありません</translation>
        </message>
        <message>
            <source>the document is refused: {verdict:clause}</source>
            <translation>この文書は受け付けられません: {verdict:clause}</translation>
        </message>
        <message>
            <source>the document names no server that holds {name}; add URLs to it</source>
            <translation>文書に {name} を持つサーバーがありません。URL を追加してください</translation>
        </message>
        <message>
            <source>the download stopped</source>
            <translation>ダウンロードが止まりました</translation>
        </message>
        <message>
            <source>the download was closed</source>
            <translation>ダウンロードは閉じられました</translation>
        </message>
        <message>
            <source>the file has {size_bytes} bytes, but {announced} were announced</source>
            <translation>ファイルは {size_bytes} バイトですが、{announced} バイトと予告されていました</translation>
        </message>
        <message>
            <source>the file tree</source>
            <translation>ファイルツリー</translation>
        </message>
        <message>
            <source>the folder {folder} cannot be used: {reason}</source>
            <translation>フォルダー {folder} を使えません: {reason}</translation>
        </message>
        <message>
            <source>the hash function {name} is not known here; known are {known}</source>
            <translation>ハッシュ関数 {name} は使えません。使えるのは {known} です</translation>
        </message>
        <message>
            <source>the journal {path} cannot be used: {reason}</source>
            <translation>記録 {path} を使えません: {reason}</translation>
        </message>
        <message>
            <source>the journal {path} is closed</source>
            <translation>記録 {path} は閉じられています</translation>
        </message>
        <message>
            <source>the journal {path} was written by a newer Headwater; use that one, or another profile</source>
            <translation>記録 {path} は新しい Headwater が書いたものです。それを使うか、別のプロファイルを使ってください</translation>
        </message>
        <message>
            <source>the length of a piece</source>
            <translation>ピースの長さ</translation>
        </message>
        <message>
            <source>the list has version {version:.20}; {known} is understood</source>
            <translation>一覧のバージョンは {version:.20} ですが、対応しているのは {known} です</translation>
        </message>
        <message>
            <source>the list has {count:,} patterns; {most:,} are taken at most</source>
            <translation>一覧のパターンは {count:,} 個ですが、{most:,} 個までです</translation>
        </message>
        <message>
            <source>the list is larger than {most:,} bytes</source>
            <translation>一覧が {most:,} バイトを超えています</translation>
        </message>
        <message>
            <source>the list is nested too deeply</source>
            <translation>一覧の入れ子が深すぎます</translation>
        </message>
        <message>
            <source>the list is not JSON: {reason} in line {line}</source>
            <translation>一覧が JSON ではありません: {line} 行目の {reason}</translation>
        </message>
        <message>
            <source>the list is not text in UTF-8</source>
            <translation>一覧が UTF-8 のテキストではありません</translation>
        </message>
        <message>
            <source>the list must look like {{"version": 1, "hosts": {{"mirror.example.org": 0.9}}}}</source>
            <translation>一覧は {{"version": 1, "hosts": {{"mirror.example.org": 0.9}}}} の形でなければなりません</translation>
        </message>
        <message>
            <source>the number of a piece</source>
            <translation>ピースの番号</translation>
        </message>
        <message>
            <source>the part file belongs to a file of {known} bytes, but the file has {size_bytes} now</source>
            <translation>途中のファイルは {known} バイトのファイルのものですが、ファイルは今 {size_bytes} バイトです</translation>
        </message>
        <message>
            <source>the pattern stands for {count:,} URLs; the most at once are {most:,}</source>
            <translation>パターンが {count:,} 個の URL を表します。一度に {most:,} 個までです</translation>
        </message>
        <message>
            <source>the piece layers</source>
            <translation>ピースの層</translation>
        </message>
        <message>
            <source>the port of the control interface must lie between 0 and 65535</source>
            <translation>操作インターフェイスのポートは 0 から 65535 までです</translation>
        </message>
        <message>
            <source>the proxy of the settings must not hold a password, because they are kept as plain text</source>
            <translation>設定は平文で保存されるため、設定のプロキシにパスワードを含めないでください</translation>
        </message>
        <message>
            <source>the reader ended the stream</source>
            <translation>読み手がストリームを終えました</translation>
        </message>
        <message>
            <source>the score of “{pattern:.60}” must be a number from 0 to 1, not {score:.20}</source>
            <translation>「{pattern:.60}」の評価は {score:.20} ではなく 0 から 1 までの数でなければなりません</translation>
        </message>
        <message>
            <source>the server</source>
            <translation>サーバー</translation>
        </message>
        <message>
            <source>the simulation ended with status {status}: {words}</source>
            <translation>シミュレーションはステータス {status} で終了しました: {words}</translation>
        </message>
        <message>
            <source>the simulation took longer than {limit} s and was ended</source>
            <translation>シミュレーションは {limit} 秒を超えたため終了されました</translation>
        </message>
        <message>
            <source>the size of the file is not known yet, so there is nothing to simulate</source>
            <translation>ファイルのサイズがまだ分からないため、シミュレーションできません</translation>
        </message>
        <message>
            <source>the source may have fewer connections now</source>
            <translation>ソースに使える接続が少なくなりました</translation>
        </message>
        <message>
            <source>the source was disabled</source>
            <translation>ソースが無効にされました</translation>
        </message>
        <message>
            <source>the source was removed</source>
            <translation>ソースが削除されました</translation>
        </message>
        <message>
            <source>the stored hash tree is damaged</source>
            <translation>保存されていたハッシュツリーが壊れています</translation>
        </message>
        <message>
            <source>the torrent</source>
            <translation>torrent</translation>
        </message>
        <message>
            <source>the torrent gives {name} a root that is not {wanted} bytes long</source>
            <translation>torrent にある {name} のルートが {wanted} バイトではありません</translation>
        </message>
        <message>
            <source>the torrent holds more than {most} files</source>
            <translation>torrent のファイルが {most} 個を超えています</translation>
        </message>
        <message>
            <source>the torrent holds no file</source>
            <translation>torrent にファイルがありません</translation>
        </message>
        <message>
            <source>the torrent lists more than {most} web seeds</source>
            <translation>torrent の Web シードが {most} 個を超えています</translation>
        </message>
        <message>
            <source>the torrent names a file {name}, which is no safe name</source>
            <translation>torrent のファイル名 {name} は安全な名前ではありません</translation>
        </message>
        <message>
            <source>the torrent's file tree has a file where a folder is</source>
            <translation>torrent のファイルツリーで、フォルダーの場所にファイルがあります</translation>
        </message>
        <message>
            <source>the torrent's info</source>
            <translation>torrent の info</translation>
        </message>
        <message>
            <source>the torrent's piece layer of {name} does not lead to its root</source>
            <translation>torrent にある {name} のピースの層がルートに行き着きません</translation>
        </message>
        <message>
            <source>the torrent's piece layer of {name} is missing or has the wrong number of hashes</source>
            <translation>torrent にある {name} のピースの層がないか、ハッシュの数が違います</translation>
        </message>
        <message>
            <source>the torrent's piece length of {piece_bytes} bytes is no power of two</source>
            <translation>torrent のピースの長さ {piece_bytes} バイトは 2 の累乗ではありません</translation>
        </message>
        <message>
            <source>the torrent's {what} is not a number from {low} to {high}</source>
            <translation>torrent の{what}が {low} から {high} までの数ではありません</translation>
        </message>
        <message>
            <source>there are {count} piece hashes of {piece_bytes} bytes each: they do not belong to a file of {size_bytes} bytes</source>
            <translation>{piece_bytes} バイトごとのピースのハッシュが {count} 個ありますが、{size_bytes} バイトのファイルのものではありません</translation>
        </message>
        <message>
            <source>there is no checksum in this file</source>
            <translation>このファイルにチェックサムがありません</translation>
        </message>
        <message>
            <source>there is no file {path}</source>
            <translation>ファイル {path} はありません</translation>
        </message>
        <message>
            <source>there is no tuning value called {name}; known: {known}</source>
            <translation>{name} という調整値はありません。使えるのは {known} です</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>このコンピューター</translation>
        </message>
        <message>
            <source>this is no control file of aria2 that is known here</source>
            <translation>これは既知の aria2 の制御ファイルではありません</translation>
        </message>
        <message>
            <source>this is no hash; paste one of MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512 in hex</source>
            <translation>ハッシュではありません。MD5、SHA-1、SHA-224、SHA-256、SHA-384、SHA-512 のどれかを 16 進数で貼り付けてください</translation>
        </message>
        <message>
            <source>this is no usable torrent: the file {what}</source>
            <translation>使える torrent ではありません: ファイルが{what}</translation>
        </message>
        <message>
            <source>this is no usable torrent: {what} is missing or not a dictionary</source>
            <translation>使える torrent ではありません: {what}がないか、辞書ではありません</translation>
        </message>
        <message>
            <source>this is not a well-formed Metalink: {reason}</source>
            <translation>整形式の Metalink ではありません: {reason}</translation>
        </message>
        <message>
            <source>throughput</source>
            <translation>スループット</translation>
        </message>
        <message>
            <source>time zone</source>
            <translation>タイムゾーン</translation>
        </message>
        <message>
            <source>torrent of {host}</source>
            <translation>{host} の torrent</translation>
        </message>
        <message>
            <source>torrents of version 1 are not supported, because they hash pieces that run across files with SHA-1, which proves too little; ask for a version 2 or hybrid torrent, or a Metalink</source>
            <translation>バージョン 1 の torrent は、ファイルをまたぐピースを SHA-1 で計算し、証明として弱いため、対応していません。バージョン 2 かハイブリッドの torrent、または Metalink を使ってください</translation>
        </message>
        <message>
            <source>total_timeout_s must lie between 0.1 and 86400 s, or be null for no bound</source>
            <translation>total_timeout_s は 0.1 から 86400 秒まで、または制限なしの null です</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true か false</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>不明</translation>
        </message>
        <message>
            <source>untried</source>
            <translation>未使用</translation>
        </message>
        <message>
            <source>waiting for the first byte</source>
            <translation>最初のバイト待ち</translation>
        </message>
        <message>
            <source>was never promised to be a hash of the file: it can speak for it, not against it</source>
            <translation>ファイルのハッシュだと約束されたものではありません。裏づけにはなりますが、反証にはなりません</translation>
        </message>
        <message>
            <source>weekdays must be some of 0 (Monday) to 6 (Sunday)</source>
            <translation>weekdays は 0 (月曜日) から 6 (日曜日) で指定してください</translation>
        </message>
        <message>
            <source>weight of a source's cost in its rank</source>
            <translation>順位におけるソースのコストの重み</translation>
        </message>
        <message>
            <source>weight of geographical distance in a source's rank</source>
            <translation>順位における地理的距離の重み</translation>
        </message>
        <message>
            <source>weight of measured latency in a source's rank</source>
            <translation>順位における実測した遅延の重み</translation>
        </message>
        <message>
            <source>weight of measured throughput in a source's rank</source>
            <translation>順位における実測したスループットの重み</translation>
        </message>
        <message>
            <source>weight of network hops in a source's rank</source>
            <translation>順位におけるネットワークのホップ数の重み</translation>
        </message>
        <message>
            <source>weight of outside ranking in a source's rank</source>
            <translation>順位における外部評価の重み</translation>
        </message>
        <message>
            <source>what a source is asked for first, while nothing is known of it</source>
            <translation>何も分からないうちにソースへ最初に要求する量</translation>
        </message>
        <message>
            <source>what was named</source>
            <translation>指定されたもの</translation>
        </message>
        <message>
            <source>{algorithm} from {origin}: {remarks}.</source>
            <translation>{algorithm} ({origin}): {remarks}。</translation>
        </message>
        <message>
            <source>{algorithm} needs the Python package {module}, which is not installed</source>
            <translation>{algorithm} には Python パッケージ {module} が必要ですが、インストールされていません</translation>
        </message>
        <message>
            <source>{algorithm} {origin}</source>
            <translation>{algorithm} ({origin})</translation>
        </message>
        <message>
            <source>{control} is too large for a control file of aria2</source>
            <translation>{control} は aria2 の制御ファイルとしては大きすぎます</translation>
        </message>
        <message>
            <source>{count:,} block hashes will judge what is there</source>
            <translation>手元の内容は {count:,} 個のブロックのハッシュで判定します</translation>
        </message>
        <message numerus="yes">
            <source>{count:,} blocks were wrong and must be fetched again.</source>
            <translation>
                <numerusform>{count:,} ブロックが誤っていて、取得し直す必要があります。</numerusform>
            </translation>
        </message>
        <message>
            <source>{count:,} differed, which a majority of sources and the ranking of the sources settled</source>
            <translation>{count:,} ブロックが異なり、ソースの多数決と順位で決めました</translation>
        </message>
        <message>
            <source>{count:,} differed, which a majority of sources settled</source>
            <translation>{count:,} ブロックが異なり、ソースの多数決で決めました</translation>
        </message>
        <message>
            <source>{count:,} differed, which the ranking of the sources settled</source>
            <translation>{count:,} ブロックが異なり、ソースの順位で決めました</translation>
        </message>
        <message>
            <source>{count:,} differed, {open:,} of them unsettled</source>
            <translation>{count:,} ブロックが異なり、うち {open:,} は未解決です</translation>
        </message>
        <message numerus="yes">
            <source>{count:,} of {total:,} blocks are wrong or missing.</source>
            <translation>
                <numerusform>{total:,} ブロックのうち {count:,} ブロックが間違っているか、ありません。</numerusform>
            </translation>
        </message>
        <message>
            <source>{count:,} pieces ({algorithm}) from {origin}: {remark}.</source>
            <translation>ピース {count:,} 個 ({algorithm}、{origin}): {remark}。</translation>
        </message>
        <message>
            <source>{count} bytes are here of a file that is said to have {size_bytes}</source>
            <translation>{size_bytes} バイトとされるファイルの {count} バイトがここにあります</translation>
        </message>
        <message>
            <source>{count} bytes of {target} are still missing</source>
            <translation>{target} の {count} バイトがまだ足りません</translation>
        </message>
        <message>
            <source>{count} of {total} samples differed; what lies around them is fetched anew</source>
            <translation>標本 {total} 個のうち {count} 個が違いました。その周辺を取得し直します</translation>
        </message>
        <message>
            <source>{count} piece hashes from {origin} do not belong to a file of {expected_bytes} bytes</source>
            <translation>{origin} のピースのハッシュ {count} 個は、{expected_bytes} バイトのファイルのものではありません</translation>
        </message>
        <message>
            <source>{field} of {host}</source>
            <translation>{host} の {field}</translation>
        </message>
        <message>
            <source>{first} and {second} differ in the bytes {span}.</source>
            <translation>{first} と {second} でバイト {span} が異なります。</translation>
        </message>
        <message>
            <source>{first} and {second} give different {algorithm} hashes ({one_hash}… and {other_hash}…): they mean different files</source>
            <translation>{first} と {second} の {algorithm} ハッシュが異なります ({one_hash}… と {other_hash}…)。別々のファイルを指しています</translation>
        </message>
        <message>
            <source>{folder} cannot be used: {reason:clause}.</source>
            <translation>{folder} を使えません: {reason:clause}。</translation>
        </message>
        <message>
            <source>{hashes} is wrong: this is not the file that was meant.</source>
            <translation>{hashes} が一致しません。目的のファイルではありません。</translation>
        </message>
        <message>
            <source>{hashes}: right.</source>
            <translation>{hashes}: 一致しました。</translation>
        </message>
        <message>
            <source>{hash} is wrong, although all its piece hashes are right: the two belong to different files.</source>
            <translation>ピースのハッシュはすべて一致しますが、{hash} が一致しません。二つは別のファイルのものです。</translation>
        </message>
        <message>
            <source>{hash} is wrong.</source>
            <translation>{hash} が一致しません。</translation>
        </message>
        <message>
            <source>{host} broke off before it answered.</source>
            <translation>{host} が応答の前に接続を切りました。</translation>
        </message>
        <message>
            <source>{host} broke off in the middle of the file.</source>
            <translation>{host} がファイルの途中で接続を切りました。</translation>
        </message>
        <message>
            <source>{host} broke off the connection.</source>
            <translation>{host} が接続を切りました。</translation>
        </message>
        <message>
            <source>{host} brought bad bytes: {spans}.</source>
            <translation>{host} が壊れたバイトを渡しました: {spans}。</translation>
        </message>
        <message>
            <source>{host} cannot be reached in time.</source>
            <translation>{host} に時間内に接続できません。</translation>
        </message>
        <message>
            <source>{host} does not answer.</source>
            <translation>{host} が応答しません。</translation>
        </message>
        <message>
            <source>{host} does not have the file ({code}).</source>
            <translation>{host} にそのファイルはありません ({code})。</translation>
        </message>
        <message>
            <source>{host} does not have the file.</source>
            <translation>{host} にそのファイルはありません。</translation>
        </message>
        <message>
            <source>{host} forbids access to the file.</source>
            <translation>{host} がファイルへのアクセスを禁止しています。</translation>
        </message>
        <message>
            <source>{host} gives the file another mark (ETag) from answer to answer, though nothing else of it changes: the mark is passed over. Where no hash is trusted, samples of what came are asked for again and compared.</source>
            <translation>{host} は応答のたびに別の印（ETag）をファイルに付けますが、ほかには何も変わっていません。この印は無視されます。信頼できるハッシュがない場合は、届いた内容の一部を再度要求して比較します。</translation>
        </message>
        <message>
            <source>{host} has sent nothing for {seconds:g} seconds.</source>
            <translation>{host} から {seconds:g} 秒間何も届いていません。</translation>
        </message>
        <message>
            <source>{host} is not a host like example.org or example.org:8080.</source>
            <translation>{host} は example.org や example.org:8080 のようなホストではありません。</translation>
        </message>
        <message>
            <source>{host} offers no encryption ({code}), which the address asks for; ftp: goes without.</source>
            <translation>{host} は、アドレスが求める暗号化を提供していません ({code})。ftp: なら暗号化なしで接続します。</translation>
        </message>
        <message>
            <source>{host} refuses connections.</source>
            <translation>{host} が接続を拒否しています。</translation>
        </message>
        <message>
            <source>{host} refuses the transfer ({code}).</source>
            <translation>{host} が転送を拒否しました ({code})。</translation>
        </message>
        <message>
            <source>{host} refuses to give the file: {reason}.</source>
            <translation>{host} がファイルを渡しません: {reason}。</translation>
        </message>
        <message>
            <source>{host} sends no ranges of the file</source>
            <translation>{host} はファイルの範囲を送れません</translation>
        </message>
        <message>
            <source>{host} sent an answer that is not proper HTTP.</source>
            <translation>{host} が正しい HTTP ではない応答を送りました。</translation>
        </message>
        <message>
            <source>{host} sent other bytes for {spans} when it was asked again.</source>
            <translation>{host} は再要求に対して {spans} の異なるバイトを送りました。</translation>
        </message>
        <message>
            <source>{host} wants another user name or password ({code}).</source>
            <translation>{host} は別のユーザー名またはパスワードを求めています ({code})。</translation>
        </message>
        <message>
            <source>{host} wants another user name, password or key.</source>
            <translation>{host} は別のユーザー名、パスワード、または鍵を求めています。</translation>
        </message>
        <message>
            <source>{host} wants the connection encrypted ({code}); write ftpes: in the place of ftp: in the address.</source>
            <translation>{host} は暗号化された接続を求めています ({code})。アドレスの ftp: を ftpes: に書き換えてください。</translation>
        </message>
        <message>
            <source>{inside}{name} is missing</source>
            <translation>{inside}{name} がありません</translation>
        </message>
        <message>
            <source>{list_name}: {verdict}</source>
            <translation>{list_name}: {verdict}</translation>
        </message>
        <message>
            <source>{name} belongs to a download of the list; resume that one</source>
            <translation>{name} は一覧にあるダウンロードのものです。そちらを再開してください</translation>
        </message>
        <message>
            <source>{name} belongs to another file: the source's has {told:,} bytes, and this one {has:,}</source>
            <translation>{name} は別のファイルのものです。ソースのファイルは {told:,} バイト、これは {has:,} バイトです</translation>
        </message>
        <message>
            <source>{name} belongs to another file: {count} of {total} samples differ from the source's; nothing was changed</source>
            <translation>{name} は別のファイルのものです。標本 {total} 個のうち {count} 個がソースと違います。何も変更していません</translation>
        </message>
        <message>
            <source>{name} cannot be a file's name</source>
            <translation>{name} はファイル名にできません</translation>
        </message>
        <message>
            <source>{name} could not be mended: {reason}</source>
            <translation>{name} を直せませんでした: {reason}</translation>
        </message>
        <message>
            <source>{name} is being fetched by another Headwater</source>
            <translation>{name} は別の Headwater が取得中です</translation>
        </message>
        <message>
            <source>{name} is complete; nothing can be chosen for it any more</source>
            <translation>{name} は完了しています。もう何も選べません</translation>
        </message>
        <message>
            <source>{name} is not finished; its blocks are checked as they come</source>
            <translation>{name} は終わっていません。ブロックは届くたびに検査されます</translation>
        </message>
        <message>
            <source>{name} is not in {folder} any more: it or the folder was moved or removed; put it back, or resuming begins anew</source>
            <translation>{name} は {folder} にもうありません。ファイルかフォルダーが移動または削除されました。元に戻さないと、再開すると最初からになります</translation>
        </message>
        <message>
            <source>{name} lies on another disk than {folder}; let it be copied</source>
            <translation>{name} は {folder} とは別のディスクにあります。コピーを選んでください</translation>
        </message>
        <message>
            <source>{name} must be a whole number</source>
            <translation>{name} は整数にしてください</translation>
        </message>
        <message>
            <source>{name} must lie between 0.1 and 3600 s</source>
            <translation>{name} は 0.1 から 3600 秒までです</translation>
        </message>
        <message>
            <source>{name} needs {wanted}, but the disk of {folder} has {there} free</source>
            <translation>{name} には {wanted} 必要ですが、{folder} のディスクの空きは {there} です</translation>
        </message>
        <message>
            <source>{name} of {pattern} must lie between {low:g} and {high:g}</source>
            <translation>{pattern} の {name} は {low:g} から {high:g} までです</translation>
        </message>
        <message>
            <source>{name} was finished or removed in the terminal</source>
            <translation>{name} はターミナルで完了したか、削除されました</translation>
        </message>
        <message numerus="yes">
            <source>{odds} What {count} sources brought was compared with no other's.</source>
            <translation>
                <numerusform>{odds} {count} 件の取得元が渡した内容は、ほかと比較されていません。</numerusform>
            </translation>
        </message>
        <message>
            <source>{origin} gives {count} different {algorithm} hashes of {file_name}</source>
            <translation>{origin} に {file_name} の異なる {algorithm} ハッシュが {count} 個あります</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}</source>
            <translation>{path} を読めません: {reason}</translation>
        </message>
        <message>
            <source>{path} cannot be used: {reason}</source>
            <translation>{path} を使えません: {reason}</translation>
        </message>
        <message>
            <source>{path} cannot be written: {reason}</source>
            <translation>{path} に書き込めません: {reason}</translation>
        </message>
        <message>
            <source>{path} could not be deleted: {reason}</source>
            <translation>{path} を削除できませんでした: {reason}</translation>
        </message>
        <message>
            <source>{path} could not be moved to the trash: its folder has none that may be written to</source>
            <translation>{path} をごみ箱に移せませんでした。そのフォルダーには書き込めるごみ箱がありません</translation>
        </message>
        <message>
            <source>{path} could not be moved to the trash: {reason}</source>
            <translation>{path} をごみ箱に移せませんでした: {reason}</translation>
        </message>
        <message>
            <source>{path} could not be written: {reason}</source>
            <translation>{path} に書き込めませんでした: {reason}</translation>
        </message>
        <message>
            <source>{path} exists already; --overwrite replaces it</source>
            <translation>{path} は既にあります。--overwrite で置き換えます</translation>
        </message>
        <message>
            <source>{path} has changed while it was read</source>
            <translation>{path} が読み込み中に変わりました</translation>
        </message>
        <message>
            <source>{path} is a folder</source>
            <translation>{path} はフォルダーです</translation>
        </message>
        <message>
            <source>{path} is a folder; choose the partial file in it</source>
            <translation>{path} はフォルダーです。その中の途中のファイルを選んでください</translation>
        </message>
        <message>
            <source>{path} is being written by another program or another Headwater</source>
            <translation>{path} は、ほかのプログラムか別の Headwater が書き込み中です</translation>
        </message>
        <message>
            <source>{path} is larger than the {limit_bytes:,} bytes that such a document may have</source>
            <translation>{path} は、この種の文書の上限 {limit_bytes:,} バイトを超えています</translation>
        </message>
        <message>
            <source>{path} is shorter than it was when it was finished</source>
            <translation>{path} が完了時より短くなっています</translation>
        </message>
        <message>
            <source>{path} lies on a read-only file system</source>
            <translation>{path} は読み取り専用のファイルシステムにあります</translation>
        </message>
        <message>
            <source>{path} takes no more bytes</source>
            <translation>{path} にはこれ以上書き込めません</translation>
        </message>
        <message>
            <source>{path} was changed by another program: {reason}</source>
            <translation>{path} がほかのプログラムに変更されました: {reason}</translation>
        </message>
        <message>
            <source>{place} describes {count} files ({names}); say which one is meant</source>
            <translation>{place} には {count} 個のファイル ({names}) の説明があります。どれかを指定してください</translation>
        </message>
        <message>
            <source>{place} does not tell of releases</source>
            <translation>{place} はリリースを知らせていません</translation>
        </message>
        <message>
            <source>{place} has no line for {name}</source>
            <translation>{place} に {name} の行がありません</translation>
        </message>
        <message>
            <source>{place} is a file, not a folder.</source>
            <translation>{place} はフォルダーではなくファイルです。</translation>
        </message>
        <message>
            <source>{place} is no Metalink, no torrent and no text</source>
            <translation>{place} は Metalink でも torrent でもテキストでもありません</translation>
        </message>
        <message>
            <source>{place} is no web page but a file; add it as a download</source>
            <translation>{place} は Web ページではなくファイルです。ダウンロードとして追加してください</translation>
        </message>
        <message>
            <source>{place} says {size_bytes:,} bytes, and another document {other_bytes:,}</source>
            <translation>{place} では {size_bytes:,} バイト、別の文書では {other_bytes:,} バイトです</translation>
        </message>
        <message>
            <source>{reason}, and the source gives the file from its beginning only</source>
            <translation>{reason}。また、このソースはファイルを先頭からしか渡せません</translation>
        </message>
        <message>
            <source>{sentence:clause} ({status}).</source>
            <translation>{sentence:clause} ({status})。</translation>
        </message>
        <message>
            <source>{sentence:clause}; signature or key has expired since.</source>
            <translation>{sentence:clause}。ただし、署名か鍵はその後に期限が切れています。</translation>
        </message>
        <message>
            <source>{source} cannot be used: {reason}</source>
            <translation>{source} を使えません: {reason}</translation>
        </message>
        <message>
            <source>{source} has changed while it was copied</source>
            <translation>{source} がコピー中に変わりました</translation>
        </message>
        <message>
            <source>{text} is no file here, no URL and no hash</source>
            <translation>{text} は、ここにあるファイルでも URL でもハッシュでもありません</translation>
        </message>
        <message>
            <source>{trouble}; what was downloaded is kept</source>
            <translation>{trouble}。ダウンロードした分は保持されています</translation>
        </message>
        <message>
            <source>{url} is larger than the {limit_bytes:,} bytes that such a document may have</source>
            <translation>{url} は、この種の文書の上限 {limit_bytes:,} バイトを超えています</translation>
        </message>
        <message>
            <source>{what} cannot be saved in {path}: {reason}</source>
            <translation>{what}を {path} に保存できません: {reason}</translation>
        </message>
        <message>
            <source>{where} is wrong: {reason}</source>
            <translation>{where}が誤っています: {reason}</translation>
        </message>
        <message>
            <source>{where} should be {kind}, not {value:.60}</source>
            <translation>{where}は {value:.60} ではなく{kind}でなければなりません</translation>
        </message>
        <message>
            <source>{where} should have {wanted} entries and has {found}</source>
            <translation>{where}の項目は {wanted} 個のはずですが、{found} 個あります</translation>
        </message>
        <message>
            <source>{words}; what is here was kept, and that file is another download</source>
            <translation>{words}。ここにある分は残します。そのファイルは別のダウンロードです</translation>
        </message>
        <message>
            <source>“hosts” in the list must be a group of patterns with their scores</source>
            <translation>一覧の「hosts」は、パターンと評価の組でなければなりません</translation>
        </message>
        <message>
            <source>“{pattern:.60}” in the list is not a host or a pattern of hosts, like *.example.org</source>
            <translation>一覧の「{pattern:.60}」は、ホストでも *.example.org のようなホストのパターンでもありません</translation>
        </message>
        <message>
            <source>“{place}” is no address</source>
            <translation>「{place}」はアドレスではありません</translation>
        </message>
        <message>
            <source>“{program}” ended with status {status}</source>
            <translation>「{program}」 が状態 {status} で終わりました</translation>
        </message>
        <message>
            <source>“{program}” ended with status {status}: {told}</source>
            <translation>「{program}」 が状態 {status} で終わりました: {told}</translation>
        </message>
        <message>
            <source>“{suffix}” is no ending of a file's name; write one as .iso</source>
            <translation>「{suffix}」はファイル名の末尾ではありません。.iso のように書いてください</translation>
        </message>
    </context>
    <context>
        <name>FileCommands</name>
        <message>
            <source>Checking {count}; bad blocks of unfinished ones come again.</source>
            <translation>{count}を検査しています。未完了の不良ブロックは取得し直します。</translation>
        </message>
        <message>
            <source>Export as Metalink</source>
            <translation>Metalink として書き出す</translation>
        </message>
        <message>
            <source>Metalink (*.meta4)</source>
            <translation>Metalink (*.meta4)</translation>
        </message>
        <message>
            <source>Writing the Metalink; a finished file is hashed for it.</source>
            <translation>Metalink を書いています。完了したファイルはハッシュを計算します。</translation>
        </message>
        <message>
            <source>Wrote {target}.</source>
            <translation>{target} を書きました。</translation>
        </message>
        <message>
            <source>{name} must match that checksum now.</source>
            <translation>{name} は今後このチェックサムと一致しなければなりません。</translation>
        </message>
    </context>
    <context>
        <name>FilmPlayer</name>
        <message>
            <source>It cannot be played here ({reason}); try another player.</source>
            <translation>ここでは再生できません ({reason})。ほかのプレーヤーをお試しください。</translation>
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>&amp;Browse…</source>
            <translation>参照(&amp;B)…</translation>
        </message>
        <message>
            <source>Browse for a folder</source>
            <translation>フォルダーを探す</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>参照…</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>フォルダーを選ぶ</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
    </context>
    <context>
        <name>GeneralPage</name>
        <message>
            <source>&amp;Close to the tray</source>
            <translation>閉じたらトレイに残す(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Icon in the tray</source>
            <translation>トレイのアイコン(&amp;I)</translation>
        </message>
        <message>
            <source>&amp;Keep the computer awake</source>
            <translation>コンピューターをスリープさせない(&amp;K)</translation>
        </message>
        <message>
            <source>&amp;Notifications</source>
            <translation>通知(&amp;N)</translation>
        </message>
        <message>
            <source>&amp;Start with the session</source>
            <translation>ログイン時に起動(&amp;S)</translation>
        </message>
        <message>
            <source>Downloads go on without the window; Quit ends Headwater, and so does closing without a tray</source>
            <translation>ウィンドウがなくてもダウンロードは続きます。「終了」で Headwater が終わります。トレイがなければ、閉じたときに終わります</translation>
        </message>
        <message>
            <source>General</source>
            <translation>全般</translation>
        </message>
        <message>
            <source>Headwater starts when you log in, and goes on with what was not done</source>
            <translation>ログイン時に Headwater が起動し、終わっていないものを続けます</translation>
        </message>
        <message>
            <source>It waits in the tray, or as a button of the task bar where there is no tray</source>
            <translation>トレイで待ちます。トレイがなければタスクバーのボタンになります</translation>
        </message>
        <message>
            <source>Shows the speed, and pauses or resumes all downloads with two clicks</source>
            <translation>速度を表示し、2 回のクリックですべてのダウンロードを一時停止・再開できます</translation>
        </message>
        <message>
            <source>Start &amp;minimised</source>
            <translation>最小化して起動(&amp;M)</translation>
        </message>
        <message>
            <source>When a download is done or has failed, while the window is not in front</source>
            <translation>ウィンドウが前面にないときに、ダウンロードの完了や失敗を知らせます</translation>
        </message>
        <message>
            <source>While downloads run, and only then</source>
            <translation>ダウンロードの実行中だけ</translation>
        </message>
    </context>
    <context>
        <name>GrabDialog</name>
        <message>
            <source>&amp;Add {count}…</source>
            <translation>{count} 件を追加(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>追加(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Page</source>
            <translation>ページ(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Read</source>
            <translation>読み込む(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Tick all shown</source>
            <translation>表示中をすべてチェック(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Untick all shown</source>
            <translation>表示中のチェックをすべて外す(&amp;U)</translation>
        </message>
        <message>
            <source>Add as downloads</source>
            <translation>ダウンロードとして追加</translation>
        </message>
        <message>
            <source>Add as mirrors of one file</source>
            <translation>一つのファイルのミラーとして追加</translation>
        </message>
        <message>
            <source>Add or cancel</source>
            <translation>追加かキャンセル</translation>
        </message>
        <message>
            <source>Address of the page</source>
            <translation>ページのアドレス</translation>
        </message>
        <message>
            <source>Archives</source>
            <translation>書庫</translation>
        </message>
        <message>
            <source>As &amp;mirrors…</source>
            <translation>ミラーとして(&amp;M)…</translation>
        </message>
        <message>
            <source>Audio</source>
            <translation>音声</translation>
        </message>
        <message>
            <source>Disc images</source>
            <translation>ディスクイメージ</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>文書</translation>
        </message>
        <message>
            <source>Every host</source>
            <translation>すべてのホスト</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>すべての種類</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>Kind of files</source>
            <translation>ファイルの種類</translation>
        </message>
        <message>
            <source>Links of a page</source>
            <translation>ページ内のリンク</translation>
        </message>
        <message>
            <source>Links of the page</source>
            <translation>ページ内のリンク</translation>
        </message>
        <message>
            <source>Links of “{title}”</source>
            <translation>「{title}」のリンク</translation>
        </message>
        <message>
            <source>Pages and others</source>
            <translation>ページその他</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Programs</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>Read the page</source>
            <translation>ページを読み込む</translation>
        </message>
        <message>
            <source>Reading {place}…</source>
            <translation>{place} を読み込み中…</translation>
        </message>
        <message>
            <source>Regular e&amp;xpression</source>
            <translation>正規表現(&amp;X)</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>正規表現</translation>
        </message>
        <message>
            <source>Search in links and words</source>
            <translation>リンクと文字列を検索</translation>
        </message>
        <message>
            <source>The links of a page: enter its address, or drop a piece of it here.</source>
            <translation>ページのリンク: アドレスを入力するか、ページの一部をここにドロップしてください。</translation>
        </message>
        <message>
            <source>The ticked links lead to one file</source>
            <translation>チェックしたリンクは一つのファイルのものです</translation>
        </message>
        <message>
            <source>There is no link that can be fetched.</source>
            <translation>取得できるリンクがありません。</translation>
        </message>
        <message>
            <source>This is no regular expression: {reason}</source>
            <translation>正規表現ではありません: {reason}</translation>
        </message>
        <message>
            <source>Tick all shown</source>
            <translation>表示中をすべてチェック</translation>
        </message>
        <message>
            <source>Untick all shown</source>
            <translation>表示中のチェックをすべて外す</translation>
        </message>
        <message>
            <source>Videos</source>
            <translation>動画</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>見つかったもの</translation>
        </message>
        <message>
            <source>a piece</source>
            <translation>一部分</translation>
        </message>
        <message>
            <source>https://… or drop a piece of a page here</source>
            <translation>https://… またはページの一部をここにドロップ</translation>
        </message>
        <message>
            <source>{shown} of {total} shown, {ticked} ticked</source>
            <translation>全 {total} 件中 {shown} 件を表示、{ticked} 件をチェック</translation>
        </message>
    </context>
    <context>
        <name>GraphExport</name>
        <message>
            <source>Picture (*.png);;Numbers (*.csv)</source>
            <translation>画像 (*.png);;数値 (*.csv)</translation>
        </message>
        <message>
            <source>Save the graph</source>
            <translation>グラフを保存</translation>
        </message>
        <message>
            <source>Saved {name}.</source>
            <translation>{name} を保存しました。</translation>
        </message>
        <message>
            <source>{path} cannot be written.</source>
            <translation>{path} に書き込めません。</translation>
        </message>
        <message>
            <source>{path} cannot be written: {reason}.</source>
            <translation>{path} に書き込めません: {reason}。</translation>
        </message>
    </context>
    <context>
        <name>GroupBar</name>
        <message>
            <source>All</source>
            <translation>すべて</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>カテゴリー</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>キュー</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>実行中</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>検索</translation>
        </message>
        <message>
            <source>Search downloads</source>
            <translation>ダウンロードを検索</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待機中</translation>
        </message>
        <message>
            <source>Without a category</source>
            <translation>カテゴリーなし</translation>
        </message>
    </context>
    <context>
        <name>HelpPages</name>
        <message>
            <source>About Headwater</source>
            <translation>Headwater について</translation>
        </message>
        <message>
            <source>Fetches one file from many servers at once, the beginning first, and proves it.</source>
            <translation>一つのファイルを多くのサーバーから同時に、先頭から先に取得し、確かめます。</translation>
        </message>
        <message>
            <source>MIT licence. Made with Python {python} and Qt {qt} (LGPL 3).</source>
            <translation>MIT ライセンス。Python {python} と Qt {qt} (LGPL 3) で作られています。</translation>
        </message>
    </context>
    <context>
        <name>HiddenNews</name>
        <message>
            <source>What was added is not shown: the list is narrowed.</source>
            <translation>追加したものは表示されていません: 一覧は絞り込まれています。</translation>
        </message>
    </context>
    <context>
        <name>ImageView</name>
        <message>
            <source>Picture</source>
            <translation>画像</translation>
        </message>
    </context>
    <context>
        <name>IntegrityPage</name>
        <message>
            <source>&amp;Bad blocks until a source is set aside</source>
            <translation>ソースを外すまでの不良ブロック数(&amp;B)</translation>
        </message>
        <message>
            <source>&amp;Compare between sources</source>
            <translation>ソース間の比較(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Preview and players get only what is proven</source>
            <translation>プレビューとプレーヤーには証明された部分だけを渡す(&amp;P)</translation>
        </message>
        <message>
            <source>A server that spoils more than this is not asked again for the file</source>
            <translation>これより多く壊すサーバーには、そのファイルについてもう問い合わせません</translation>
        </message>
        <message>
            <source>Blocks of 16 KiB that two sources must agree about, in a file without a trusted hash</source>
            <translation>信頼できるハッシュのないファイルで、二つのソースが一致すべき 16 KiB のブロック数</translation>
        </message>
        <message>
            <source>Every block that has a trusted hash is checked, and what is wrong is fetched anew from another source. This is about the rest.</source>
            <translation>信頼できるハッシュのあるブロックはすべて検査し、誤りは別のソースから取得し直します。ここではそれ以外を設定します。</translation>
        </message>
        <message>
            <source>Integrity</source>
            <translation>整合性</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>They wait for whole blocks, which may be megabytes, or for all of the file where it has but one trusted hash; otherwise they get every byte at once, and again when it proves wrong</source>
            <translation>ブロック全体(数メガバイトのこともあります)を待ち、信頼できるハッシュが一つしかなければファイル全体を待ちます。そうでなければすべてのバイトをすぐに渡し、誤りとわかったものは渡し直します</translation>
        </message>
    </context>
    <context>
        <name>InterfacePage</name>
        <message>
            <source>6800 is the one that tools expect</source>
            <translation>ツールが想定するのは 6800 です</translation>
        </message>
        <message>
            <source>Any free one</source>
            <translation>空いている番号</translation>
        </message>
        <message>
            <source>Browser extensions and tools that speak aria2's JSON-RPC, on this computer, with the secret of the File menu</source>
            <translation>aria2 の JSON-RPC を話すこのコンピューターのブラウザー拡張機能やツールが、ファイルメニューの秘密を使って操作できます</translation>
        </message>
        <message>
            <source>Control interface</source>
            <translation>制御インターフェース</translation>
        </message>
        <message>
            <source>Let other programs co&amp;mmand Headwater</source>
            <translation>ほかのプログラムに Headwater の操作を許可(&amp;M)</translation>
        </message>
        <message>
            <source>P&amp;ort</source>
            <translation>ポート(&amp;O)</translation>
        </message>
        <message>
            <source>Pages that may use it, one a line, as https://ariang.example.org; others are refused</source>
            <translation>利用を許すページを 1 行に一つ。例: https://ariang.example.org。ほかは拒否します</translation>
        </message>
        <message>
            <source>Web &amp;pages</source>
            <translation>Web ページ(&amp;P)</translation>
        </message>
        <message>
            <source>Web pages: “{origin}” is no address; write https://…</source>
            <translation>Web ページ:「{origin}」はアドレスではありません。https://… と書いてください</translation>
        </message>
    </context>
    <context>
        <name>InterfaceSwitch</name>
        <message>
            <source>Copied the secret. Whoever knows it can add and remove downloads; give it to nobody else.</source>
            <translation>秘密をコピーしました。知っている人はダウンロードの追加や削除ができます。ほかの人に渡さないでください。</translation>
        </message>
        <message>
            <source>Other programs cannot command Headwater any more.</source>
            <translation>ほかのプログラムは Headwater を操作できなくなりました。</translation>
        </message>
        <message>
            <source>Programs on this computer that know the secret can command Headwater on port {port}.</source>
            <translation>秘密を知るこのコンピューターのプログラムは、ポート {port} で Headwater を操作できます。</translation>
        </message>
        <message>
            <source>{words} (port {port})</source>
            <translation>{words} (ポート {port})</translation>
        </message>
    </context>
    <context>
        <name>JobCommands</name>
        <message>
            <source>&amp;Delete</source>
            <translation>削除(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Remove</source>
            <translation>外す(&amp;R)</translation>
        </message>
        <message>
            <source>Copied the stream link; players on this computer can open it while the file comes.</source>
            <translation>ストリームのリンクをコピーしました。受信しながらこのコンピューターのプレーヤーで開けます。</translation>
        </message>
        <message>
            <source>Copied {links}.</source>
            <translation>{links}をコピーしました。</translation>
        </message>
        <message>
            <source>No program was found that opens {file}.</source>
            <translation>{file} を開くプログラムが見つかりません。</translation>
        </message>
        <message>
            <source>Remove and &amp;delete data</source>
            <translation>外してデータも削除(&amp;D)</translation>
        </message>
        <message>
            <source>Remove {what} and delete the data?</source>
            <translation>{what} を外してデータも削除しますか?</translation>
        </message>
        <message>
            <source>Remove {what} from the list?</source>
            <translation>{what} を一覧から外しますか?</translation>
        </message>
        <message>
            <source>The files go to the trash.</source>
            <translation>ファイルはごみ箱に入ります。</translation>
        </message>
        <message>
            <source>The links have expired. Put a fresh one here; the download goes on with what it has.</source>
            <translation>リンクの期限が切れました。ここに新しいリンクを入れると、ダウンロードは続きから進みます。</translation>
        </message>
        <message>
            <source>What has arrived stays on the disk unless you delete it.</source>
            <translation>受信したデータは、削除しないかぎりディスクに残ります。</translation>
        </message>
    </context>
    <context>
        <name>JobFocus</name>
        <message>
            <source>Simulating…</source>
            <translation>シミュレーション中…</translation>
        </message>
    </context>
    <context>
        <name>JobModel</name>
        <message>
            <source>Added</source>
            <translation>追加日時</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>カテゴリー</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>順番</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>優先度</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>進行状況</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>キュー</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>ソース</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>残り時間</translation>
        </message>
        <message>
            <source>{progress}; {size} of it in order from the beginning</source>
            <translation>{progress}、うち先頭から連続して {size}</translation>
        </message>
    </context>
    <context>
        <name>JobTable</name>
        <message>
            <source>Clear the search or choose All to see more.</source>
            <translation>検索を消すか「すべて」を選ぶと、ほかも表示されます。</translation>
        </message>
        <message>
            <source>Downloads</source>
            <translation>ダウンロード</translation>
        </message>
        <message>
            <source>No downloads yet</source>
            <translation>ダウンロードはまだありません</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>一致するものがありません</translation>
        </message>
        <message>
            <source>Paste a link anywhere (Ctrl+V), drop one onto this window, or press Add.</source>
            <translation>リンクを貼り付ける (Ctrl+V)、ウィンドウにドロップする、または「追加」を押してください。</translation>
        </message>
    </context>
    <context>
        <name>KeptLogins</name>
        <message>
            <source>Host</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>Hosts that the keyring has passwords for</source>
            <translation>キーリングにパスワードがあるホスト</translation>
        </message>
        <message>
            <source>The keyring has passwords for:</source>
            <translation>キーリングにパスワードがあるもの:</translation>
        </message>
        <message>
            <source>The keyring holds no password that Headwater put there.</source>
            <translation>Headwater がキーリングに保存したパスワードはありません。</translation>
        </message>
        <message>
            <source>User name</source>
            <translation>ユーザー名</translation>
        </message>
        <message>
            <source>What is in the keyring</source>
            <translation>キーリングの中身</translation>
        </message>
    </context>
    <context>
        <name>KeyringAsking</name>
        <message>
            <source>Asking the keyring…</source>
            <translation>キーリングに問い合わせ中…</translation>
        </message>
    </context>
    <context>
        <name>LinkBoard</name>
        <message>
            <source>&amp;Join</source>
            <translation>まとめる(&amp;J)</translation>
        </message>
        <message>
            <source>&amp;Links</source>
            <translation>リンク(&amp;L)</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>問い合わせ中…</translation>
        </message>
        <message>
            <source>Choose from what the web page links to</source>
            <translation>Web ページのリンク先から選びます</translation>
        </message>
        <message>
            <source>Each of the selected links, or of all, leads to a file of its own</source>
            <translation>選択したリンク、またはすべてのリンクを、それぞれ別のファイルにします</translation>
        </message>
        <message>
            <source>Join links to one file</source>
            <translation>リンクを一つのファイルにまとめる</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>リンク</translation>
        </message>
        <message>
            <source>Links of the page</source>
            <translation>ページ内のリンク</translation>
        </message>
        <message>
            <source>Links of the page…</source>
            <translation>ページ内のリンク…</translation>
        </message>
        <message>
            <source>Links whose sources tell of the same file are its mirrors</source>
            <translation>同じファイルだと答えたソースのリンクをミラーとして扱います</translation>
        </message>
        <message>
            <source>Not asked: there are too many</source>
            <translation>問い合わせません: 多すぎます</translation>
        </message>
        <message>
            <source>Sort automat&amp;ically</source>
            <translation>自動で仕分け(&amp;I)</translation>
        </message>
        <message>
            <source>Sort links automatically</source>
            <translation>リンクを自動で仕分け</translation>
        </message>
        <message>
            <source>Spli&amp;t</source>
            <translation>分ける(&amp;T)</translation>
        </message>
        <message>
            <source>Split links into files of their own</source>
            <translation>リンクを別々のファイルに分ける</translation>
        </message>
        <message>
            <source>The selected links, or all, are mirrors of one file</source>
            <translation>選択したリンク、またはすべてのリンクは、一つのファイルのミラーです</translation>
        </message>
        <message>
            <source>https://…
Several links: one a line. disk[01-20].iso and {iso,sig} stand for several.</source>
            <translation>https://…
複数のリンクは 1 行に一つずつ。disk[01-20].iso や {iso,sig} で複数を表せます。</translation>
        </message>
    </context>
    <context>
        <name>LinkButton</name>
        <message>
            <source>Drag the stream link into a player; a click copies it</source>
            <translation>ストリームのリンクをプレーヤーにドラッグできます。クリックでコピーします</translation>
        </message>
        <message>
            <source>Stream link</source>
            <translation>ストリームのリンク</translation>
        </message>
    </context>
    <context>
        <name>LinkFilter</name>
        <message>
            <source>/{pattern}/ is no regular expression: {reason}</source>
            <translation>/{pattern}/ は正規表現ではありません: {reason}</translation>
        </message>
        <message>
            <source>The list of types is too long</source>
            <translation>種類の一覧が長すぎます</translation>
        </message>
    </context>
    <context>
        <name>LinkModel</name>
        <message>
            <source>Host</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Words on the page</source>
            <translation>ページ上の文字列</translation>
        </message>
    </context>
    <context>
        <name>LinkTree</name>
        <message>
            <source>A web page; “Links of a page…” lists what it links to</source>
            <translation>Web ページです。「ページ内のリンク…」でリンク先を一覧できます</translation>
        </message>
        <message>
            <source>Another size: it is not the same file</source>
            <translation>サイズが違います。同じファイルではありません</translation>
        </message>
        <message>
            <source>File and sources</source>
            <translation>ファイルとソース</translation>
        </message>
        <message>
            <source>Files and their sources</source>
            <translation>ファイルとそのソース</translation>
        </message>
        <message>
            <source>Ranges</source>
            <translation>範囲</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>準備完了</translation>
        </message>
        <message>
            <source>Ready, but only from the beginning to the end</source>
            <translation>準備完了。ただし先頭から最後まで通してのみ</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版</translation>
        </message>
        <message>
            <source>no</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>はい</translation>
        </message>
    </context>
    <context>
        <name>LinksPage</name>
        <message>
            <source>&amp;Types</source>
            <translation>種類(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Watch the clipboard</source>
            <translation>クリップボードを監視(&amp;W)</translation>
        </message>
        <message>
            <source>Endings of names, as iso zip, and /regular expressions/ for whole links; empty for every link</source>
            <translation>iso zip のような名前の末尾、またはリンク全体への /正規表現/。空ならすべてのリンク</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>リンク</translation>
        </message>
        <message>
            <source>Links that you copy elsewhere are offered in a bar above the list, each once</source>
            <translation>ほかでコピーしたリンクを、一覧の上の帯で一度だけ提案します</translation>
        </message>
    </context>
    <context>
        <name>ListMenus</name>
        <message>
            <source>&amp;As for all</source>
            <translation>全体の設定に従う(&amp;A)</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Headwater cannot start</source>
            <translation>Headwater を起動できません</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Activity</source>
            <translation>動作記録</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>チャネル</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>詳細</translation>
        </message>
        <message>
            <source>Go to {pane}, or hide it</source>
            <translation>{pane} に移動、または隠す</translation>
        </message>
        <message>
            <source>Headwater goes on in the tray. Quit in the menu of its icon ends it.</source>
            <translation>Headwater はトレイで動き続けます。アイコンのメニューの「終了」で終わります。</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>ソース</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>ツール</translation>
        </message>
        <message>
            <source>Tuning</source>
            <translation>調整</translation>
        </message>
        <message>
            <source>Use a source or not (in its table)</source>
            <translation>ソースを使うかどうか(ソースの表で)</translation>
        </message>
    </context>
    <context>
        <name>MediaBar</name>
        <message>
            <source>Full screen</source>
            <translation>全画面</translation>
        </message>
        <message>
            <source>Mute</source>
            <translation>消音</translation>
        </message>
        <message>
            <source>Open in another player</source>
            <translation>ほかのプレーヤーで開く</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>再生または一時停止</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>音量</translation>
        </message>
    </context>
    <context>
        <name>MediaFace</name>
        <message>
            <source>Film</source>
            <translation>動画</translation>
        </message>
        <message>
            <source>Open in another player</source>
            <translation>ほかのプレーヤーで開く</translation>
        </message>
    </context>
    <context>
        <name>MediaView</name>
        <message>
            <source>Player</source>
            <translation>プレーヤー</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>音声</translation>
        </message>
        <message>
            <source>The player built in cannot show {}. Open it in another player; it plays while it comes.</source>
            <translation>内蔵プレーヤーは {} を表示できません。ほかのプレーヤーで開いてください。受信しながら再生できます。</translation>
        </message>
        <message>
            <source>There is nothing in it that can be played.</source>
            <translation>再生できるものがありません。</translation>
        </message>
        <message>
            <source>Waiting for bytes, {percent}</source>
            <translation>バイトを待っています、{percent}</translation>
        </message>
        <message>
            <source>Waiting for the first bytes</source>
            <translation>最初のバイトを待っています</translation>
        </message>
        <message>
            <source>this film</source>
            <translation>この動画</translation>
        </message>
    </context>
    <context>
        <name>MemberModel</name>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>{path}, locked with a password</source>
            <translation>{path}、パスワードで保護</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>&amp;Appearance</source>
            <translation>外観(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>列(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>ダーク(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;Downloads</source>
            <translation>ダウンロード(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>ライト(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>表示(&amp;V)</translation>
        </message>
        <message>
            <source>Follow the &amp;system</source>
            <translation>システムに合わせる(&amp;S)</translation>
        </message>
        <message>
            <source>High &amp;contrast</source>
            <translation>ハイコントラスト(&amp;C)</translation>
        </message>
    </context>
    <context>
        <name>MirrorsPage</name>
        <message>
            <source>: it is never used.</source>
            <translation>：使われません。</translation>
        </message>
        <message>
            <source>; what the administrator says of it ({patterns}) comes first</source>
            <translation>；管理者の設定（{patterns}）が優先されます</translation>
        </message>
        <message>
            <source>As&amp;k the server</source>
            <translation>サーバーに問い合わせ(&amp;K)</translation>
        </message>
        <message>
            <source>Asking…</source>
            <translation>問い合わせ中…</translation>
        </message>
        <message>
            <source>Connects to the link now, and says what its server gives</source>
            <translation>リンクに今すぐ接続し、サーバーの答えを示します</translation>
        </message>
        <message>
            <source>Hosts with preferences will stand here; until then all are ranked by what they bring.</source>
            <translation>ここに好みを決めたホストが並びます。それまではすべて実績で順位が決まります。</translation>
        </message>
        <message>
            <source>It is a web page, not a file.</source>
            <translation>ファイルではなく Web ページです。</translation>
        </message>
        <message>
            <source>Mirror preferences</source>
            <translation>ミラーの好み</translation>
        </message>
        <message>
            <source>No row fits {host}</source>
            <translation>{host} に合う行はありません</translation>
        </message>
        <message>
            <source>No row fits {host}; the scheduler decides by what it measures.</source>
            <translation>{host} に当てはまる行はありません。スケジューラーが実測で決めます。</translation>
        </message>
        <message>
            <source>Preferences for hosts; of each column the first row that fits a host counts</source>
            <translation>ホストごとの好み。各列で、ホストに合う最初の行が有効です</translation>
        </message>
        <message>
            <source>Row {row} ({pattern}) counts for {host}</source>
            <translation>{host} には {row} 行目（{pattern}）が有効です</translation>
        </message>
        <message>
            <source>Rows {rows} count for {host}; of each column the first that says something</source>
            <translation>{host} には {rows} 行目が有効です。各列で、値のある最初の行を使います</translation>
        </message>
        <message>
            <source>Try a host or link</source>
            <translation>ホストかリンクを試す</translation>
        </message>
        <message>
            <source>Try a host or link: which rows count for it?</source>
            <translation>ホストかリンクを試す：どの行が有効か</translation>
        </message>
        <message>
            <source>only from the beginning</source>
            <translation>先頭からのみ</translation>
        </message>
        <message>
            <source>ranges unknown</source>
            <translation>範囲指定は不明</translation>
        </message>
        <message>
            <source>ranges work</source>
            <translation>範囲指定可</translation>
        </message>
        <message>
            <source>{name}, {size}, {ranges}, first byte after {latency}.</source>
            <translation>{name}、{size}、{ranges}、最初のバイトまで {latency}。</translation>
        </message>
    </context>
    <context>
        <name>MoreFields</name>
        <message>
            <source>&amp;More options</source>
            <translation>その他の設定(&amp;M)</translation>
        </message>
        <message>
            <source>More options</source>
            <translation>その他の設定</translation>
        </message>
    </context>
    <context>
        <name>NameFilter</name>
        <message>
            <source>All</source>
            <translation>すべて</translation>
        </message>
    </context>
    <context>
        <name>NetworkPage</name>
        <message>
            <source>&amp;Connecting takes at most</source>
            <translation>接続にかける最大時間(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Proxy</source>
            <translation>プロキシ(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Silence lasts at most</source>
            <translation>無音の最大時間(&amp;S)</translation>
        </message>
        <message>
            <source>&amp;Trust without a certificate</source>
            <translation>証明書なしで信頼(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;User agent</source>
            <translation>ユーザーエージェント(&amp;U)</translation>
        </message>
        <message>
            <source>A connection that brings nothing for so long is given up</source>
            <translation>これだけの間何も届かない接続はあきらめます</translation>
        </message>
        <message>
            <source>A file with certificates (PEM) that are trusted beside those of the system</source>
            <translation>システムのものに加えて信頼する証明書のファイル (PEM)</translation>
        </message>
        <message>
            <source>A re&amp;quest takes at most</source>
            <translation>要求の最大時間(&amp;Q)</translation>
        </message>
        <message>
            <source>After this a source counts as out of reach for a while</source>
            <translation>これを過ぎると、ソースをしばらく到達不能とみなします</translation>
        </message>
        <message>
            <source>After this what a connection was asked for and has not brought is asked for anew</source>
            <translation>これを過ぎると、接続がまだ届けていない分を改めて要求します</translation>
        </message>
        <message>
            <source>As the system says</source>
            <translation>システムのとおり</translation>
        </message>
        <message>
            <source>Ask for &amp;releases at</source>
            <translation>新しい版の問い合わせ先(&amp;R)</translation>
        </message>
        <message>
            <source>Asked when you say Help, Check for updates, and never otherwise</source>
            <translation>「ヘルプ」の「更新を確認」を選んだときだけ問い合わせます</translation>
        </message>
        <message>
            <source>C&amp;onnections at most</source>
            <translation>接続数の上限(&amp;O)</translation>
        </message>
        <message>
            <source>Certificate &amp;authorities</source>
            <translation>認証局(&amp;A)</translation>
        </message>
        <message>
            <source>Certificate authorities</source>
            <translation>認証局</translation>
        </message>
        <message>
            <source>Headwater's own</source>
            <translation>Headwater のもの</translation>
        </message>
        <message>
            <source>Hosts or patterns, one a line, whose certificate is not checked: anybody on the way may read along</source>
            <translation>証明書を確かめないホストかパターンを 1 行に一つ。途中の誰でも盗み読みできます</translation>
        </message>
        <message>
            <source>In the system's keyring at once, for the proxy as it stands above</source>
            <translation>上のプロキシに対して、すぐにシステムのキーリングに保存されます</translation>
        </message>
        <message>
            <source>Its pass&amp;word</source>
            <translation>パスワード(&amp;W)</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>まだありません</translation>
        </message>
        <message>
            <source>Of all downloads together; they share them evenly, as they share those that one host may have</source>
            <translation>すべてのダウンロードの合計です。均等に分け合います。一つのホストに許される接続も同じように分け合います</translation>
        </message>
        <message>
            <source>What servers are told of this program</source>
            <translation>サーバーに伝えるこのプログラムの名前</translation>
        </message>
        <message>
            <source>http://host:port or socks5://host:port; “direct” for none</source>
            <translation>http://host:port または socks5://host:port。使わない場合は「direct」</translation>
        </message>
        <message>
            <source>{title}: there is no file {path}</source>
            <translation>{title}: ファイル {path} がありません</translation>
        </message>
    </context>
    <context>
        <name>OfferBar</name>
        <message>
            <source> and {count} more</source>
            <translation> ほか {count} 件</translation>
        </message>
        <message>
            <source>&amp;Add…</source>
            <translation>追加(&amp;A)…</translation>
        </message>
        <message>
            <source>Add the copied links</source>
            <translation>コピーしたリンクを追加</translation>
        </message>
        <message>
            <source>Add the copied links (Ctrl+Shift+A)</source>
            <translation>コピーしたリンクを追加 (Ctrl+Shift+A)</translation>
        </message>
        <message>
            <source>Copied links</source>
            <translation>コピーしたリンク</translation>
        </message>
        <message>
            <source>Leave the copied links alone</source>
            <translation>コピーしたリンクを無視</translation>
        </message>
        <message>
            <source>Leave them alone; they are not offered again</source>
            <translation>無視します。もう提案しません</translation>
        </message>
        <message>
            <source>{links} copied: {names}</source>
            <translation>{links}をコピー: {names}</translation>
        </message>
    </context>
    <context>
        <name>OptionsDialog</name>
        <message>
            <source>&amp;Checksum</source>
            <translation>チェックサム(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>フォルダー(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <source>A running download begins its connections anew where they depend on this.</source>
            <translation>実行中のダウンロードは、これらに左右される接続をやり直します。</translation>
        </message>
        <message>
            <source>Checksum</source>
            <translation>チェックサム</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>ファイル名</translation>
        </message>
        <message>
            <source>Nam&amp;e</source>
            <translation>名前(&amp;E)</translation>
        </message>
        <message>
            <source>Optional: SHA-256 or another, to prove the file</source>
            <translation>任意: ファイルを確かめるための SHA-256 など</translation>
        </message>
        <message>
            <source>Options of “{name}”</source>
            <translation>「{name}」のオプション</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>問題</translation>
        </message>
        <message>
            <source>What the file is judged by; left empty, it is taken as it came</source>
            <translation>ファイルの判定に使うもの。空なら届いたままで受け入れます</translation>
        </message>
    </context>
    <context>
        <name>PasswordsPage</name>
        <message>
            <source>&amp;Cookie file</source>
            <translation>Cookie ファイル(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Forget this host's</source>
            <translation>このホストのものを消す(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Host</source>
            <translation>ホスト(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Password file</source>
            <translation>パスワードファイル(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;User name</source>
            <translation>ユーザー名(&amp;U)</translation>
        </message>
        <message>
            <source>A netrc file, as curl and others use it</source>
            <translation>curl などが使う netrc ファイル</translation>
        </message>
        <message>
            <source>A server that asks for a name and password finds them in the system's keyring. They never stand in Headwater's own files.</source>
            <translation>名前とパスワードを求めるサーバーには、システムのキーリングから渡します。Headwater のファイルには決して書きません。</translation>
        </message>
        <message>
            <source>Asking the keyring…</source>
            <translation>キーリングに問い合わせ中…</translation>
        </message>
        <message>
            <source>Cookie file</source>
            <translation>Cookie ファイル</translation>
        </message>
        <message>
            <source>Cookies that a browser exported (cookies.txt), for servers that one logs in to</source>
            <translation>ブラウザーが書き出した Cookie (cookies.txt)。ログインするサーバー用</translation>
        </message>
        <message>
            <source>Pass&amp;word</source>
            <translation>パスワード(&amp;W)</translation>
        </message>
        <message>
            <source>Password file</source>
            <translation>パスワードファイル</translation>
        </message>
        <message>
            <source>Passwords</source>
            <translation>パスワード</translation>
        </message>
        <message>
            <source>Put into the &amp;keyring</source>
            <translation>キーリングに入れる(&amp;K)</translation>
        </message>
        <message>
            <source>The keyring has none for {host} any more.</source>
            <translation>キーリングから {host} のものを消しました。</translation>
        </message>
        <message>
            <source>The keyring has them for {host} now.</source>
            <translation>キーリングに {host} のものを入れました。</translation>
        </message>
        <message>
            <source>login credentials keyring user</source>
            <translation>ログイン 認証情報 キーリング ユーザー</translation>
        </message>
    </context>
    <context>
        <name>PdfReader</name>
        <message>
            <source>This PDF asks for a password.</source>
            <translation>この PDF にはパスワードが必要です。</translation>
        </message>
        <message>
            <source>This PDF cannot be shown: its structure is damaged.</source>
            <translation>この PDF は構造が壊れていて表示できません。</translation>
        </message>
        <message>
            <source>This PDF is protected in a way that the viewer does not know.</source>
            <translation>この PDF は対応していない方式で保護されています。</translation>
        </message>
    </context>
    <context>
        <name>PdfView</name>
        <message>
            <source>Next page</source>
            <translation>次のページ</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Page number</source>
            <translation>ページ番号</translation>
        </message>
        <message>
            <source>Page {page} is on its way</source>
            <translation>{page} ページを取得中です</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>前のページ</translation>
        </message>
        <message>
            <source>of {pages}</source>
            <translation>/ {pages}</translation>
        </message>
    </context>
    <context>
        <name>PreviewPage</name>
        <message>
            <source>&amp;Look inside the selected download</source>
            <translation>選択したダウンロードの中を見る(&amp;L)</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
        <message>
            <source>What the preview needs is fetched first; without it, every file comes from its beginning on</source>
            <translation>プレビューに必要な部分を先に取得します。オフならどのファイルも先頭から届きます</translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source>No bytes yet</source>
            <translation>まだ何も届いていません</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>プレビューなし</translation>
        </message>
        <message>
            <source>Not running</source>
            <translation>実行中ではありません</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
        <message>
            <source>Preview is off</source>
            <translation>プレビューはオフです</translation>
        </message>
        <message>
            <source>Select a download to look inside while it comes.</source>
            <translation>ダウンロードを選ぶと、届きながら中を見られます。</translation>
        </message>
        <message>
            <source>The preview appears as soon as the download goes on.</source>
            <translation>ダウンロードが再開するとプレビューが表示されます。</translation>
        </message>
        <message>
            <source>The preview appears as soon as the first ones arrive.</source>
            <translation>最初の部分が届くとすぐに表示されます。</translation>
        </message>
        <message>
            <source>The settings turn it on.</source>
            <translation>設定でオンにできます。</translation>
        </message>
    </context>
    <context>
        <name>ProxyPassword</name>
        <message>
            <source>For a proxy like http://name@host:port</source>
            <translation>http://name@host:port のようなプロキシ用</translation>
        </message>
        <message>
            <source>Forget &amp;it</source>
            <translation>忘れる(&amp;I)</translation>
        </message>
        <message>
            <source>Password of the proxy</source>
            <translation>プロキシのパスワード</translation>
        </message>
        <message>
            <source>Put into the &amp;keyring</source>
            <translation>キーリングに入れる(&amp;K)</translation>
        </message>
        <message>
            <source>The keyring has no password of the proxy any more.</source>
            <translation>キーリングからプロキシのパスワードを削除しました。</translation>
        </message>
        <message>
            <source>The keyring has the password of the proxy now.</source>
            <translation>キーリングにプロキシのパスワードを保存しました。</translation>
        </message>
        <message>
            <source>What the keyring says</source>
            <translation>キーリングからの応答</translation>
        </message>
    </context>
    <context>
        <name>ProxyText</name>
        <message>
            <source>Proxy: write http://host:port, socks5://host:port or “direct”</source>
            <translation>プロキシ: http://host:port、socks5://host:port、「direct」のどれかを書いてください</translation>
        </message>
    </context>
    <context>
        <name>QueueMenu</name>
        <message>
            <source>Downloads at &amp;once</source>
            <translation>同時ダウンロード数(&amp;O)</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Speed &amp;limit</source>
            <translation>速度制限(&amp;L)</translation>
        </message>
    </context>
    <context>
        <name>QueuesDialog</name>
        <message>
            <source>&amp;At once</source>
            <translation>同時実行(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>時間帯(&amp;O)</translation>
        </message>
        <message>
            <source>Always; or hours, as Mon-Fri 22:00-07:00; Sat 00:00-24:00</source>
            <translation>常時。または「月-金 22:00-07:00; 土 00:00-24:00」のような時間帯</translation>
        </message>
        <message>
            <source>Each runs so many of its downloads at once, beside the other queues, while it is open.</source>
            <translation>それぞれのキューは、時間帯の間、ほかのキューと並んでこの数だけ同時に実行します。</translation>
        </message>
        <message>
            <source>Main queue</source>
            <translation>メインのキュー</translation>
        </message>
        <message>
            <source>Main queue, at once</source>
            <translation>メインのキュー、同時実行</translation>
        </message>
        <message>
            <source>Main queue, open</source>
            <translation>メインのキュー、時間帯</translation>
        </message>
        <message>
            <source>Main queue, stopped</source>
            <translation>メインのキュー、停止</translation>
        </message>
        <message>
            <source>New queue</source>
            <translation>新しいキュー</translation>
        </message>
        <message>
            <source>Other queues</source>
            <translation>ほかのキュー</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>キュー</translation>
        </message>
        <message>
            <source>Queues with names of their own</source>
            <translation>名前の付いたキュー</translation>
        </message>
        <message>
            <source>S&amp;topped: nothing of it runs</source>
            <translation>停止: 何も実行しません(&amp;T)</translation>
        </message>
        <message>
            <source>Your own queues will stand here; until then all downloads wait in the main one.</source>
            <translation>ここに自分のキューが並びます。それまではすべてのダウンロードがメインのキューで待ちます。</translation>
        </message>
    </context>
    <context>
        <name>RankingPage</name>
        <message>
            <source> min</source>
            <translation> 分</translation>
        </message>
        <message numerus="yes">
            <source>%n host(s) are listed, as of {time}.</source>
            <translation>
                <numerusform>%n 件のホストを記載（{time} 時点）。</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Your country</source>
            <translation>あなたの国(&amp;Y)</translation>
        </message>
        <message>
            <source>A few tiny packets once a day to each server of a running download; never through a proxy</source>
            <translation>ダウンロード中の各サーバーへ 1 日 1 回、ごく小さなパケットを数個送ります。プロキシは通しません</translation>
        </message>
        <message>
            <source>A link or a file: JSON that gives hosts a score from 0 to 1. The last good one stays in force</source>
            <translation>リンクかファイル：ホストに 0～1 の評価を与える JSON。最後に読めたものが使われ続けます</translation>
        </message>
        <message>
            <source>As detected</source>
            <translation>検出どおり</translation>
        </message>
        <message>
            <source>As the system says it; downloads from this computer itself always go on</source>
            <translation>システムの判定に従います。このコンピューター自身からのダウンロードは常に続行します</translation>
        </message>
        <message>
            <source>Count the &amp;hops to servers</source>
            <translation>サーバーまでのホップ数を数える(&amp;H)</translation>
        </message>
        <message>
            <source>Detected: {country}, by the language settings</source>
            <translation>検出：{country}（言語設定から）</translation>
        </message>
        <message>
            <source>Detected: {country}, by the time zone</source>
            <translation>検出：{country}（タイムゾーンから）</translation>
        </message>
        <message>
            <source>E&amp;xcept for</source>
            <translation>除外(&amp;X)</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>続行</translation>
        </message>
        <message>
            <source>Go on, but slower</source>
            <translation>速度を落として続行</translation>
        </message>
        <message>
            <source>Hosts or patterns, one a line, to which no such packet is sent</source>
            <translation>このパケットを送らないホストかパターン（1 行に 1 つ）</translation>
        </message>
        <message>
            <source>In the background; a server that has nothing new sends nothing</source>
            <translation>バックグラウンドで確認します。更新がなければサーバーは何も送りません</translation>
        </message>
        <message>
            <source>In your currency; added to the cost of every source outside of your own network</source>
            <translation>お使いの通貨で。自分のネットワーク外のすべてのソースの費用に加算されます</translation>
        </message>
        <message>
            <source>It costs per &amp;GB</source>
            <translation>1 GB あたりの費用(&amp;G)</translation>
        </message>
        <message>
            <source>Look at it &amp;every</source>
            <translation>確認の間隔(&amp;E)</translation>
        </message>
        <message>
            <source>None</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Not detected</source>
            <translation>検出できません</translation>
        </message>
        <message>
            <source>On a &amp;metered connection</source>
            <translation>従量制接続のとき(&amp;M)</translation>
        </message>
        <message>
            <source>Ranking &amp;list</source>
            <translation>ランキングの一覧(&amp;L)</translation>
        </message>
        <message>
            <source>Ranking list: write a link, as https://host/list.json, or a path</source>
            <translation>ランキングの一覧：https://host/list.json のようなリンクかパスを入力してください</translation>
        </message>
        <message>
            <source>Ranking of sources</source>
            <translation>ソースの順位</translation>
        </message>
        <message>
            <source>Slower &amp;is</source>
            <translation>低速時の速度(&amp;I)</translation>
        </message>
        <message>
            <source>Sources that are nearer rank better; where they are, documents and an offline table tell</source>
            <translation>近いソースほど上位になります。場所は文書と付属の表から判断します</translation>
        </message>
        <message>
            <source>The connection is metered.</source>
            <translation>接続は従量制です。</translation>
        </message>
        <message>
            <source>The connection is not metered.</source>
            <translation>接続は従量制ではありません。</translation>
        </message>
        <message>
            <source>The system does not say whether the connection is metered.</source>
            <translation>接続が従量制かどうかをシステムは示しません。</translation>
        </message>
        <message>
            <source>Wait for another connection</source>
            <translation>別の接続を待つ</translation>
        </message>
        <message>
            <source>What all downloads together get then</source>
            <translation>そのときの全ダウンロード合計の速度</translation>
        </message>
        <message>
            <source>What counts beside measured speed and latency; how much each counts, the scheduler's weights say</source>
            <translation>測定した速度と遅延のほかに考慮するもの。重みはスケジューラーの設定で決まります</translation>
        </message>
    </context>
    <context>
        <name>Removals</name>
        <message>
            <source>Removed {what}.</source>
            <translation>{what} を外しました。</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>&amp;Copy</source>
            <translation>コピー(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>削除(&amp;D)</translation>
        </message>
        <message>
            <source>Copy or close</source>
            <translation>コピーか閉じる</translation>
        </message>
        <message>
            <source>Diagnostic report</source>
            <translation>診断レポート</translation>
        </message>
        <message>
            <source>Open &amp;folder</source>
            <translation>フォルダーを開く(&amp;F)</translation>
        </message>
        <message>
            <source>Something unexpected happened in Headwater. No download was lost. This report holds no links and no passwords, and goes nowhere by itself; you may pass it on to those who make Headwater.</source>
            <translation>Headwater で予期しないことが起きました。ダウンロードは失われていません。このレポートにはリンクもパスワードも含まれず、自動で送られることもありません。Headwater の開発者に渡すこともできます。</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>問題が起きました</translation>
        </message>
        <message>
            <source>The report</source>
            <translation>レポート</translation>
        </message>
        <message>
            <source>What one who helps you wants to know. It holds no links, hosts, names or passwords.</source>
            <translation>助けてくれる人が知りたいことです。リンク、ホスト、名前、パスワードは含まれません。</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater は起動中です。少し待ってからもう一度お試しください。</translation>
        </message>
    </context>
    <context>
        <name>RowsDialog</name>
        <message>
            <source>Save or cancel</source>
            <translation>保存かキャンセル</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>問題</translation>
        </message>
    </context>
    <context>
        <name>RowsTable</name>
        <message>
            <source>Add a row</source>
            <translation>行を追加</translation>
        </message>
        <message>
            <source>Add ro&amp;w</source>
            <translation>行を追加(&amp;W)</translation>
        </message>
        <message>
            <source>Move the row down</source>
            <translation>行を下へ</translation>
        </message>
        <message>
            <source>Move the row down (Alt+Down)</source>
            <translation>行を下へ (Alt+Down)</translation>
        </message>
        <message>
            <source>Move the row up</source>
            <translation>行を上へ</translation>
        </message>
        <message>
            <source>Move the row up (Alt+Up)</source>
            <translation>行を上へ (Alt+Up)</translation>
        </message>
        <message>
            <source>Re&amp;move row</source>
            <translation>行を削除(&amp;M)</translation>
        </message>
        <message>
            <source>Remove the selected rows</source>
            <translation>選択した行を削除</translation>
        </message>
        <message>
            <source>Row {number}. {error}</source>
            <translation>{number} 行目。{error}</translation>
        </message>
        <message>
            <source>Row {row}. {wrong}</source>
            <translation>{row} 行目。{wrong}</translation>
        </message>
        <message>
            <source>What is wrong in the table</source>
            <translation>表の問題</translation>
        </message>
    </context>
    <context>
        <name>SchedulerPage</name>
        <message>
            <source>Scheduler</source>
            <translation>スケジューラー</translation>
        </message>
        <message>
            <source>What new downloads begin with, and all that were not tuned one by one.</source>
            <translation>新しいダウンロードと、個別に調整していないすべてのダウンロードの値です。</translation>
        </message>
        <message>
            <source>tuning preset interval channels recovery look-ahead spans weights</source>
            <translation>調整 プリセット 間隔 チャネル 引き継ぎ 先読み スパン 重み</translation>
        </message>
    </context>
    <context>
        <name>SeekBar</name>
        <message>
            <source>Position in the film</source>
            <translation>動画の位置</translation>
        </message>
    </context>
    <context>
        <name>SessionStart</name>
        <message>
            <source>The registry cannot be changed: {reason}.</source>
            <translation>レジストリを変更できません: {reason}。</translation>
        </message>
        <message>
            <source>The registry cannot be read: {reason}.</source>
            <translation>レジストリを読めません: {reason}。</translation>
        </message>
        <message>
            <source>{path} cannot be changed: {reason}.</source>
            <translation>{path} を変更できません: {reason}。</translation>
        </message>
    </context>
    <context>
        <name>SettingsCommands</name>
        <message>
            <source>Headwater is still starting; try again in a moment.</source>
            <translation>Headwater は起動中です。少し待ってからもう一度お試しください。</translation>
        </message>
        <message>
            <source>The language changes with the next start.</source>
            <translation>言語は次の起動で変わります。</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Export settings</source>
            <translation>設定を書き出す</translation>
        </message>
        <message>
            <source>Export these settings to a file</source>
            <translation>この設定をファイルに書き出す</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>書き出す…</translation>
        </message>
        <message>
            <source>Import settings</source>
            <translation>設定を読み込む</translation>
        </message>
        <message>
            <source>Import settings from a file</source>
            <translation>ファイルから設定を読み込む</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>読み込む…</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>ページ</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>ページ</translation>
        </message>
        <message>
            <source>Read from {name}. Save puts it in force.</source>
            <translation>{name} から読み込みました。保存すると有効になります。</translation>
        </message>
        <message>
            <source>Save or cancel</source>
            <translation>保存かキャンセル</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>検索</translation>
        </message>
        <message>
            <source>Search the settings</source>
            <translation>設定を検索</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Settings (*.json)</source>
            <translation>設定 (*.json)</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Wrote {target}.</source>
            <translation>{target} を書きました。</translation>
        </message>
    </context>
    <context>
        <name>SettingsValues</name>
        <message>
            <source>0 to 1; 1 is best</source>
            <translation>0 から 1。1 が最良</translation>
        </message>
        <message>
            <source>07:00; before “From” it is the next day</source>
            <translation>07:00。「開始」より前なら翌日</translation>
        </message>
        <message>
            <source>A host, or a pattern: *.example.org</source>
            <translation>ホスト、またはパターン: *.example.org</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>拒否</translation>
        </message>
        <message>
            <source>Connections</source>
            <translation>接続数</translation>
        </message>
        <message>
            <source>Connections: write a whole number</source>
            <translation>接続数: 整数を書いてください</translation>
        </message>
        <message>
            <source>Cost/GB</source>
            <translation>費用/GB</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国</translation>
        </message>
        <message>
            <source>Country: write two letters, as DE</source>
            <translation>国: JP のような 2 文字を書いてください</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>曜日</translation>
        </message>
        <message>
            <source>Days: “{word}” is no day; write {days}</source>
            <translation>曜日:「{word}」は曜日ではありません。{days} のどれかを書いてください</translation>
        </message>
        <message>
            <source>Fri</source>
            <translation>金</translation>
        </message>
        <message>
            <source>From</source>
            <translation>開始</translation>
        </message>
        <message>
            <source>GB/month</source>
            <translation>GB/月</translation>
        </message>
        <message>
            <source>Gigabytes a month; what goes beyond is fetched elsewhere</source>
            <translation>月あたりのギガバイト。超えた分はほかから取得します</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>Hosts: write a host or a pattern, as *.example.org, without http://</source>
            <translation>ホスト: ホストか *.example.org のようなパターンを、http:// なしで書いてください</translation>
        </message>
        <message>
            <source>In your currency</source>
            <translation>お使いの通貨で</translation>
        </message>
        <message>
            <source>Kilobytes per second; empty is no limit</source>
            <translation>毎秒キロバイト。空なら制限なし</translation>
        </message>
        <message>
            <source>Limit in kB/s</source>
            <translation>制限 (kB/s)</translation>
        </message>
        <message>
            <source>Mon</source>
            <translation>月</translation>
        </message>
        <message>
            <source>Mon-Fri, Sat, Sun; empty is every day</source>
            <translation>月-金, 土, 日。空なら毎日</translation>
        </message>
        <message>
            <source>Most at once, 1 to 128</source>
            <translation>同時に最大、1 から 128</translation>
        </message>
        <message>
            <source>Never use these hosts</source>
            <translation>これらのホストは使わない</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>順位</translation>
        </message>
        <message>
            <source>Sat</source>
            <translation>土</translation>
        </message>
        <message>
            <source>Speed limit in kilobytes per second</source>
            <translation>毎秒キロバイトでの速度制限</translation>
        </message>
        <message>
            <source>Sun</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Thu</source>
            <translation>木</translation>
        </message>
        <message>
            <source>To</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Tue</source>
            <translation>火</translation>
        </message>
        <message>
            <source>Two letters, as DE</source>
            <translation>JP のような 2 文字</translation>
        </message>
        <message>
            <source>Wed</source>
            <translation>水</translation>
        </message>
        <message>
            <source>every day</source>
            <translation>毎日</translation>
        </message>
        <message>
            <source>{title}: must lie between {low:g} and {high:g}</source>
            <translation>{title}: {low:g} から {high:g} までです</translation>
        </message>
        <message>
            <source>{title}: write a time, as 22:00</source>
            <translation>{title}: 22:00 のような時刻を書いてください</translation>
        </message>
        <message>
            <source>{title}: “{text}” is no number</source>
            <translation>{title}:「{text}」は数ではありません</translation>
        </message>
    </context>
    <context>
        <name>ShareFields</name>
        <message>
            <source>&amp;Order</source>
            <translation>順序(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Priority</source>
            <translation>優先度(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Queue</source>
            <translation>キュー(&amp;Q)</translation>
        </message>
        <message>
            <source>By its type and host</source>
            <translation>種類とホストで決める</translation>
        </message>
        <message>
            <source>Categor&amp;y</source>
            <translation>カテゴリー(&amp;Y)</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>カテゴリー</translation>
        </message>
        <message>
            <source>Co&amp;nnections</source>
            <translation>接続数(&amp;N)</translation>
        </message>
        <message>
            <source>Connections at most</source>
            <translation>接続数の上限</translation>
        </message>
        <message>
            <source>Most connections of this download, over all its sources</source>
            <translation>このダウンロードの接続数の上限(すべてのソースの合計)</translation>
        </message>
        <message>
            <source>Most sources used at once, those that rank best</source>
            <translation>同時に使うソース数の上限。順位の高いものから使います</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>Order of the bytes</source>
            <translation>バイトの順序</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>優先度</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>キュー</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>ソース数</translation>
        </message>
        <message>
            <source>Sources at most</source>
            <translation>ソース数の上限</translation>
        </message>
        <message>
            <source>Speed limit</source>
            <translation>速度制限</translation>
        </message>
        <message>
            <source>The main one</source>
            <translation>メインのキュー</translation>
        </message>
        <message>
            <source>What comes first where no preview or player asks for something else</source>
            <translation>プレビューやプレーヤーがほかの部分を求めていないときに、先に取得する部分</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>操作とそのキー</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>キーボードショートカット</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>キー</translation>
        </message>
        <message>
            <source>Others can be chosen in the settings, on the page Shortcuts.</source>
            <translation>設定の「ショートカット」のページで変更できます。</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>&amp;All defaults</source>
            <translation>すべて既定に戻す(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Default</source>
            <translation>既定(&amp;D)</translation>
        </message>
        <message>
            <source>&amp;New keys</source>
            <translation>新しいキー(&amp;N)</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>操作とそのキー</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>キー</translation>
        </message>
        <message>
            <source>Press the new keys of the selected action</source>
            <translation>選択した操作の新しいキーを押してください</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>ショートカット</translation>
        </message>
        <message>
            <source>a pane</source>
            <translation>パネル</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>{keys} is given to “{one}” and to “{other}”; choose another for one of them</source>
            <translation>{keys} は「{one}」と「{other}」の両方に割り当てられています。どちらかを変えてください</translation>
        </message>
    </context>
    <context>
        <name>SourceMenu</name>
        <message>
            <source>&amp;Another…</source>
            <translation>その他(&amp;A)…</translation>
        </message>
        <message>
            <source>&amp;Ask again, now</source>
            <translation>今すぐもう一度問い合わせる(&amp;A)</translation>
        </message>
        <message>
            <source>&amp;Copy link</source>
            <translation>リンクをコピー(&amp;C)</translation>
        </message>
        <message>
            <source>&amp;Limit it</source>
            <translation>制限する(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Pin it before all others</source>
            <translation>ほかより先に固定する(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Rank all by their scores again</source>
            <translation>すべて評価順に戻す(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Use it</source>
            <translation>使う(&amp;U)</translation>
        </message>
        <message>
            <source>Kilobytes per second, at most, from {host}:</source>
            <translation>{host} からの最大速度 (毎秒キロバイト):</translation>
        </message>
        <message>
            <source>Limit a source</source>
            <translation>ソースを制限</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>制限なし</translation>
        </message>
    </context>
    <context>
        <name>SourceModel</name>
        <message numerus="yes">
            <source>%Ln hop(s)</source>
            <translation>
                <numerusform>%Ln ホップ</numerusform>
            </translation>
        </message>
        <message>
            <source>&lt;b&gt;{host}&lt;/b&gt;, rank {rank}, score {score}</source>
            <translation>&lt;b&gt;{host}&lt;/b&gt;、順位 {rank}、評価 {score}</translation>
        </message>
        <message>
            <source>&lt;b&gt;{host}&lt;/b&gt;, rank {rank}; its throughput is not measured yet</source>
            <translation>&lt;b&gt;{host}&lt;/b&gt;、順位 {rank}。スループットはまだ計測されていません</translation>
        </message>
        <message>
            <source>Channels</source>
            <translation>チャネル</translation>
        </message>
        <message>
            <source>Cost per GB</source>
            <translation>GB あたりの費用</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>エラー</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>保有</translation>
        </message>
        <message>
            <source>Hops</source>
            <translation>ホップ</translation>
        </message>
        <message>
            <source>It holds all of the file, as far as is known</source>
            <translation>分かるかぎりではファイル全体を持っています</translation>
        </message>
        <message>
            <source>It holds nothing of the file</source>
            <translation>このファイルを何も持っていません</translation>
        </message>
        <message>
            <source>Latency</source>
            <translation>遅延</translation>
        </message>
        <message>
            <source>Ranges</source>
            <translation>範囲</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>順位</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>受信量</translation>
        </message>
        <message>
            <source>Scheme</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>評価</translation>
        </message>
        <message>
            <source>Several ranges</source>
            <translation>複数範囲</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>割合</translation>
        </message>
        <message>
            <source>Share in all</source>
            <translation>全体の割合</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>ソース</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>You wish: {wish}</source>
            <translation>あなたの希望: {wish}</translation>
        </message>
        <message>
            <source>Your wish</source>
            <translation>あなたの希望</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>at most {rate}</source>
            <translation>最大 {rate}</translation>
        </message>
        <message>
            <source>no</source>
            <translation>いいえ</translation>
        </message>
        <message>
            <source>no, only from the beginning</source>
            <translation>いいえ、先頭からのみ</translation>
        </message>
        <message>
            <source>not known yet</source>
            <translation>まだ不明</translation>
        </message>
        <message>
            <source>pinned</source>
            <translation>固定</translation>
        </message>
        <message>
            <source>preferred {rank:.2f}</source>
            <translation>優先 {rank:.2f}</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>はい</translation>
        </message>
        <message>
            <source>yes, several at once</source>
            <translation>はい、複数同時</translation>
        </message>
        <message>
            <source>your no. {place}</source>
            <translation>あなたの {place} 番</translation>
        </message>
        <message>
            <source>{host}, rank {rank}, {state}, {rate}</source>
            <translation>{host}、順位 {rank}、{state}、{rate}</translation>
        </message>
        <message>
            <source>{number} per GB</source>
            <translation>GB あたり {number}</translation>
        </message>
        <message>
            <source>{size} came twice or in vain</source>
            <translation>{size} は重複か無駄でした</translation>
        </message>
        <message>
            <source>{state}, identity not checked</source>
            <translation>{state}、身元は未確認</translation>
        </message>
    </context>
    <context>
        <name>SourceTable</name>
        <message>
            <source>No sources to show</source>
            <translation>ソースがありません</translation>
        </message>
        <message>
            <source>Select a download to see where its bytes come from.</source>
            <translation>ダウンロードを選ぶと、バイトの出所が表示されます。</translation>
        </message>
        <message>
            <source>Sources of the selected download</source>
            <translation>選択したダウンロードのソース</translation>
        </message>
    </context>
    <context>
        <name>SourcesDialog</name>
        <message>
            <source>Asking…</source>
            <translation>問い合わせ中…</translation>
        </message>
        <message>
            <source>Edit sources</source>
            <translation>ソースを編集</translation>
        </message>
        <message>
            <source>Links of the sources, one a line</source>
            <translation>ソースのリンクを 1 行に一つ</translation>
        </message>
        <message>
            <source>Sources of {name}, one link a line.</source>
            <translation>{name} のソース。リンクを 1 行に一つ。</translation>
        </message>
        <message>
            <source>What has arrived is kept.</source>
            <translation>受信したデータは保持されます。</translation>
        </message>
    </context>
    <context>
        <name>SpeedPage</name>
        <message>
            <source>&amp;In slow mode</source>
            <translation>低速モードの速度(&amp;I)</translation>
        </message>
        <message>
            <source>For all downloads together</source>
            <translation>すべてのダウンロードの合計</translation>
        </message>
        <message>
            <source>No limit</source>
            <translation>制限なし</translation>
        </message>
        <message>
            <source>Speed &amp;limit</source>
            <translation>速度制限(&amp;L)</translation>
        </message>
        <message>
            <source>Speed and timetable</source>
            <translation>速度と時間割</translation>
        </message>
        <message>
            <source>Times with limits of their own will stand here; until then the one above holds always.</source>
            <translation>ここに独自の制限をもつ時間帯が並びます。それまでは上の制限が常に有効です。</translation>
        </message>
        <message>
            <source>Timetable of speed limits; the first row that covers a moment decides</source>
            <translation>速度制限の時間割。最初に当てはまる行が有効です</translation>
        </message>
        <message>
            <source>What all downloads together get while slow mode is on</source>
            <translation>低速モードのとき、すべてのダウンロードの合計</translation>
        </message>
        <message>
            <source>timetable days from to times</source>
            <translation>時間割 曜日 開始 終了 時刻</translation>
        </message>
    </context>
    <context>
        <name>StatisticsDialog</name>
        <message>
            <source>&amp;Export…</source>
            <translation>書き出す(&amp;E)…</translation>
        </message>
        <message>
            <source>&amp;Forget</source>
            <translation>消去(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Forget all</source>
            <translation>すべて消去(&amp;F)</translation>
        </message>
        <message>
            <source>12 months</source>
            <translation>12 か月</translation>
        </message>
        <message>
            <source>30 days</source>
            <translation>30 日</translation>
        </message>
        <message>
            <source>7 days</source>
            <translation>7 日</translation>
        </message>
        <message>
            <source>By &amp;day</source>
            <translation>日別(&amp;D)</translation>
        </message>
        <message>
            <source>By &amp;host</source>
            <translation>ホスト別(&amp;H)</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Export statistics</source>
            <translation>統計を書き出す</translation>
        </message>
        <message>
            <source>Export the counts</source>
            <translation>数値を書き出す</translation>
        </message>
        <message>
            <source>Forget all counts</source>
            <translation>数値をすべて消去</translation>
        </message>
        <message>
            <source>Forget all counts?</source>
            <translation>数値をすべて消去しますか?</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>Hosts</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>Numbers (*.csv)</source>
            <translation>数値 (*.csv)</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>受信量</translation>
        </message>
        <message>
            <source>Saved {path}.</source>
            <translation>{path} を保存しました。</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>割合</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>統計</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表</translation>
        </message>
        <message>
            <source>The days on which something came will stand here.</source>
            <translation>ここに何かを受信した日が並びます。</translation>
        </message>
        <message>
            <source>The hosts that files came from in this time will stand here.</source>
            <translation>ここにこの期間にファイルを受信したホストが並びます。</translation>
        </message>
        <message>
            <source>The statistics begin anew. Downloads and files stay as they are.</source>
            <translation>統計を最初から取り直します。ダウンロードとファイルはそのままです。</translation>
        </message>
        <message>
            <source>Time shown</source>
            <translation>表示する期間</translation>
        </message>
        <message>
            <source>Today {today} · in this time {total} · since the counting began {all}</source>
            <translation>今日 {today} · この期間 {total} · 計測開始から {all}</translation>
        </message>
        <message>
            <source>What came by day</source>
            <translation>日別の受信量</translation>
        </message>
        <message>
            <source>What came by host</source>
            <translation>ホスト別の受信量</translation>
        </message>
        <message>
            <source>What came in all</source>
            <translation>全体の受信量</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Give up the search, and show the downloads of every group</source>
            <translation>検索をやめて、すべてのグループのダウンロードを表示します</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>キュー</translation>
        </message>
        <message>
            <source>Show what was added</source>
            <translation>追加したものを表示</translation>
        </message>
        <message>
            <source>Show what was added, and all other downloads</source>
            <translation>追加したものとほかのすべてのダウンロードを表示</translation>
        </message>
        <message>
            <source>Speed of all downloads</source>
            <translation>すべてのダウンロードの速度</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>元に戻す (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Undo the removal</source>
            <translation>削除を取り消す</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>running</source>
            <translation>実行中</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>待機中</translation>
        </message>
        <message>
            <source>{duration} left</source>
            <translation>残り {duration}</translation>
        </message>
    </context>
    <context>
        <name>TextView</name>
        <message>
            <source>, the first {size} are shown</source>
            <translation>、最初の {size} を表示</translation>
        </message>
        <message>
            <source>Text, {encoding}{of_all}</source>
            <translation>テキスト、{encoding}{of_all}</translation>
        </message>
        <message>
            <source>The first {size}, byte by byte</source>
            <translation>最初の {size} をバイトごとに</translation>
        </message>
    </context>
    <context>
        <name>TitleKeeper</name>
        <message>
            <source>Panes: </source>
            <translation>パネル: </translation>
        </message>
    </context>
    <context>
        <name>TrafficChart</name>
        <message>
            <source>Nothing has come in this time</source>
            <translation>この期間には何も届いていません</translation>
        </message>
        <message>
            <source>What came each day</source>
            <translation>日ごとの受信量</translation>
        </message>
        <message>
            <source>d MMM</source>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>other hosts</source>
            <translation>その他のホスト</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>, {duration} left</source>
            <translation>、残り {duration}</translation>
        </message>
        <message>
            <source>, {failed} failed</source>
            <translation>、失敗 {failed} 件</translation>
        </message>
        <message>
            <source>Download done</source>
            <translation>ダウンロード完了</translation>
        </message>
        <message>
            <source>Download failed</source>
            <translation>ダウンロード失敗</translation>
        </message>
        <message>
            <source>Downloads ended</source>
            <translation>ダウンロードが終わりました</translation>
        </message>
        <message>
            <source>Headwater: nothing runs</source>
            <translation>Headwater: 実行中のものはありません</translation>
        </message>
        <message>
            <source>Headwater: {count}, {rate}{rest}</source>
            <translation>Headwater: {count}、{rate}{rest}</translation>
        </message>
        <message>
            <source>Show &amp;Headwater</source>
            <translation>Headwater を表示(&amp;H)</translation>
        </message>
        <message>
            <source>{count} done</source>
            <translation>{count}が完了</translation>
        </message>
    </context>
    <context>
        <name>TuningPanel</name>
        <message>
            <source>&amp;Try before it acts</source>
            <translation>適用する前に試す(&amp;T)</translation>
        </message>
        <message>
            <source>A&amp;pply</source>
            <translation>適用(&amp;P)</translation>
        </message>
        <message>
            <source>Defaults</source>
            <translation>既定値</translation>
        </message>
        <message>
            <source>Every knob back to its default</source>
            <translation>すべての値を既定に戻します</translation>
        </message>
        <message>
            <source>Own values</source>
            <translation>独自の値</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>プリセット</translation>
        </message>
        <message>
            <source>Simulates the sources as measured, and shows what the knobs would do</source>
            <translation>実測したソースをシミュレーションし、値を変えるとどうなるかを示します</translation>
        </message>
        <message>
            <source>Tuning of the selected download</source>
            <translation>選択したダウンロードの調整</translation>
        </message>
    </context>
    <context>
        <name>UpdateCheck</name>
        <message>
            <source>&amp;Open its page</source>
            <translation>ページを開く(&amp;O)</translation>
        </message>
        <message>
            <source>Headwater {new} is there; you have {own}.</source>
            <translation>Headwater {new} があります。お使いのものは {own} です。</translation>
        </message>
        <message>
            <source>If you know one, name it in the settings, under Network.</source>
            <translation>ご存じなら、設定の「ネットワーク」で指定してください。</translation>
        </message>
        <message>
            <source>It could not be found out whether there is a newer Headwater.</source>
            <translation>新しい Headwater があるか確認できませんでした。</translation>
        </message>
        <message>
            <source>Nothing is installed by itself.</source>
            <translation>自動では何もインストールしません。</translation>
        </message>
        <message>
            <source>There is no page yet that tells of Headwater's releases.</source>
            <translation>Headwater のリリースを知らせるページはまだありません。</translation>
        </message>
        <message>
            <source>Updates</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>You have the newest Headwater, {own}.</source>
            <translation>お使いの Headwater {own} は最新です。</translation>
        </message>
    </context>
    <context>
        <name>Viewers</name>
        <message>
            <source> · sharpens as it comes, {percent}</source>
            <translation> · 届くにつれて鮮明に、{percent}</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>書庫</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>バイト</translation>
        </message>
        <message>
            <source>Fetching its table of contents.</source>
            <translation>目次を取得しています。</translation>
        </message>
        <message>
            <source>Fetching what the first page needs.</source>
            <translation>最初のページに必要な部分を取得しています。</translation>
        </message>
        <message>
            <source>Fetching what the player needs first.</source>
            <translation>プレーヤーが最初に必要とする部分を取得しています。</translation>
        </message>
        <message>
            <source>Film or sound</source>
            <translation>動画または音声</translation>
        </message>
        <message>
            <source>No preview</source>
            <translation>プレビューなし</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>テキスト</translation>
        </message>
        <message>
            <source>This picture cannot be decoded.</source>
            <translation>この画像は表示できません。</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>&amp;Change…</source>
            <translation>変更(&amp;C)…</translation>
        </message>
        <message>
            <source>&amp;Let browser extensions in</source>
            <translation>ブラウザー拡張機能を許可(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Start with the session, and go on with what was not done</source>
            <translation>ログイン時に起動し、終わっていないものを続ける(&amp;S)</translation>
        </message>
        <message>
            <source>Copy the secret a&amp;gain</source>
            <translation>秘密をもう一度コピー(&amp;G)</translation>
        </message>
        <message>
            <source>D&amp;one</source>
            <translation>完了(&amp;O)</translation>
        </message>
        <message>
            <source>Downloads go to {folder}.</source>
            <translation>ダウンロードの保存先は {folder} です。</translation>
        </message>
        <message>
            <source>Drop a link on this window, paste one with Ctrl+V, or press Add. Name several servers that hold the same file, and it comes from all of them at once, the beginning first.</source>
            <translation>リンクをこのウィンドウにドロップするか、Ctrl+V で貼り付けるか、「追加」を押してください。同じファイルを持つサーバーをいくつか指定すると、すべてから同時に、先頭から先に届きます。</translation>
        </message>
        <message>
            <source>Extensions of browsers that know aria2 can hand their downloads to Headwater.</source>
            <translation>aria2 に対応したブラウザー拡張機能は、ダウンロードを Headwater に渡せます。</translation>
        </message>
        <message>
            <source>Let in. The secret is in the clipboard: paste it into the extension's settings as the token of aria2's RPC, with the address http://localhost:{port}/jsonrpc.</source>
            <translation>許可しました。秘密はクリップボードにあります。拡張機能の設定で aria2 RPC のトークンとして貼り付け、アドレスを http://localhost:{port}/jsonrpc にしてください。</translation>
        </message>
        <message>
            <source>Start with the session</source>
            <translation>ログイン時に起動</translation>
        </message>
        <message>
            <source>Welcome to Headwater</source>
            <translation>Headwater へようこそ</translation>
        </message>
    </context>
    <context>
        <name>WhatIfChart</name>
        <message>
            <source> instead of {duration}</source>
            <translation> ({duration} の代わりに)</translation>
        </message>
        <message>
            <source>, as now</source>
            <translation>(現在と同じ)</translation>
        </message>
        <message>
            <source>; bytes in order come {late} later than they could, instead of {late_now}</source>
            <translation>。連続したバイトの遅れは平均 {late}、現在は {late_now}</translation>
        </message>
        <message>
            <source>As tried, the file would never be complete.</source>
            <translation>この値ではファイルは完成しません。</translation>
        </message>
        <message>
            <source>At this pace all of the {size} that are left would take about {after} instead of {before}.</source>
            <translation>この調子なら、残り {size} 全体にかかる時間は {before} ではなく約 {after} です。</translation>
        </message>
        <message>
            <source>In-order progress under the tuning now and as tried</source>
            <translation>現在の値と試した値での、先頭からの進み具合</translation>
        </message>
        <message>
            <source>No difference with these sources, which are simulated as measured and without faults; what is turned here may still count where they fail, or differ in rank and price.</source>
            <translation>これらのソースでは違いがありません。ソースは測定されたとおりに、障害なしとしてシミュレートされます。ソースに障害が起きたり、順位や価格が異なったりする場合には、ここでの変更が意味を持つことがあります。</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>Tried</source>
            <translation>試行</translation>
        </message>
        <message>
            <source>Turn a knob to see what it would do</source>
            <translation>値を変えると、どうなるかが表示されます</translation>
        </message>
        <message>
            <source>What the tried tuning would do</source>
            <translation>試した値の効果</translation>
        </message>
        <message>
            <source>{name}: complete after {duration}</source>
            <translation>{name}: {duration}後に完成</translation>
        </message>
        <message>
            <source>{size} are complete after about {duration}, as now. Chance makes more of a difference than what is turned here.</source>
            <translation>現在と同じく、{size} は約 {duration} で完了します。ここでの変更よりも偶然の差のほうが大きいです。</translation>
        </message>
        <message>
            <source>{size} are complete after {duration}</source>
            <translation>{size} は {duration}後に完成</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message numerus="yes">
            <source>%Ln block(s)</source>
            <translation>
                <numerusform>%Ln ブロック</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln channel(s)</source>
            <translation>
                <numerusform>%Ln チャネル</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln download(s)</source>
            <translation>
                <numerusform>%Ln 件のダウンロード</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s)</source>
            <translation>
                <numerusform>%Ln 個のファイル</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln link(s)</source>
            <translation>
                <numerusform>%Ln 件のリンク</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s)</source>
            <translation>
                <numerusform>%Ln 件のソース</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>%Ln スパン</numerusform>
            </translation>
        </message>
        <message>
            <source>All bytes are here; checking and saving</source>
            <translation>すべて届きました。検査して保存しています</translation>
        </message>
        <message>
            <source>Asking the sources</source>
            <translation>ソースに問い合わせています</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>Edit sources adds another link; a server that you trust all the same is named in Settings, Network</source>
            <translation>「ソースを編集」で別のリンクを追加できます。それでも信頼するサーバーは設定の「ネットワーク」に書きます</translation>
        </message>
        <message>
            <source>Edit sources corrects the link, or adds another</source>
            <translation>「ソースを編集」でリンクを直すか、別のものを追加します</translation>
        </message>
        <message>
            <source>Edit sources corrects the link; Resume tries again</source>
            <translation>「ソースを編集」でリンクを直せます。「再開」でもう一度試します</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>Failed; what has arrived is kept</source>
            <translation>失敗。受信したデータは保持されています</translation>
        </message>
        <message>
            <source>Finishing</source>
            <translation>仕上げ中</translation>
        </message>
        <message>
            <source>First and last parts first</source>
            <translation>先頭と末尾を先に</translation>
        </message>
        <message>
            <source>From the beginning</source>
            <translation>先頭から</translation>
        </message>
        <message>
            <source>From {sources} over {channels}</source>
            <translation>{sources}から {channels}で受信</translation>
        </message>
        <message>
            <source>Headwater goes on by itself</source>
            <translation>Headwater は自動的に続行します</translation>
        </message>
        <message>
            <source>High</source>
            <translation>高</translation>
        </message>
        <message>
            <source>In {folder}</source>
            <translation>{folder} にあります</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>低</translation>
        </message>
        <message>
            <source>Main queue</source>
            <translation>メインのキュー</translation>
        </message>
        <message>
            <source>Make room, or choose another folder in Options; then Resume</source>
            <translation>空きを作るか、「オプション」で別のフォルダーを選び、「再開」してください</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>標準</translation>
        </message>
        <message>
            <source>Options corrects the checksum, or takes it away, then Resume; Edit sources adds another link</source>
            <translation>「オプション」でチェックサムを直すか消して「再開」してください。「ソースを編集」で別のリンクを追加できます</translation>
        </message>
        <message>
            <source>Options gives it another name; then Resume</source>
            <translation>「オプション」で別の名前を付け、「再開」してください</translation>
        </message>
        <message>
            <source>Options takes a user name and password; then Resume</source>
            <translation>「オプション」にユーザー名とパスワードを入れ、「再開」してください</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Paused; what has arrived is kept</source>
            <translation>一時停止。受信したデータは保持されています</translation>
        </message>
        <message>
            <source>Refresh link… gives it a fresh one</source>
            <translation>「リンクを更新…」で新しいリンクを渡せます</translation>
        </message>
        <message>
            <source>Resume tries again; Edit sources adds another link</source>
            <translation>「再開」で再試行、「ソースを編集」で別のリンクを追加できます</translation>
        </message>
        <message>
            <source>Resume when the cause is gone</source>
            <translation>原因がなくなったら再開してください</translation>
        </message>
        <message>
            <source>Resume when the cause is gone, or choose another folder in Options</source>
            <translation>原因がなくなったら「再開」するか、「オプション」で別のフォルダーを選んでください</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>実行中</translation>
        </message>
        <message>
            <source>See in a browser where the link leads; Edit sources corrects it, or adds another</source>
            <translation>リンクの行き先をブラウザーで確かめてください。「ソースを編集」で直すか、別のものを追加します</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>待機中</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translation>順番を待っています</translation>
        </message>
        <message>
            <source>Waits for its turn in {queue}</source>
            <translation>{queue} で順番を待っています</translation>
        </message>
        <message>
            <source>Waits until its queue opens: {queue}</source>
            <translation>キューの時間帯を待っています: {queue}</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} 日 {hours} 時間</translation>
        </message>
        <message>
            <source>{hours} h {minutes:02d} min</source>
            <translation>{hours} 時間 {minutes:02d} 分</translation>
        </message>
        <message>
            <source>{minutes} min {seconds:02d} s</source>
            <translation>{minutes} 分 {seconds:02d} 秒</translation>
        </message>
        <message>
            <source>{percent} · {received} of {size}</source>
            <translation>{percent} · {received} / {size}</translation>
        </message>
        <message>
            <source>{rate}, {duration} left</source>
            <translation>{rate}、残り {duration}</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} 秒</translation>
        </message>
        <message>
            <source>{sentence}.</source>
            <translation>{sentence}。</translation>
        </message>
        <message>
            <source>{size} so far</source>
            <translation>{size} まで受信</translation>
        </message>
    </context>
    <context>
        <name>_Sheet</name>
        <message>
            <source>Page</source>
            <translation>ページ</translation>
        </message>
    </context>
</TS>
