<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ArchiveBrowser</name>
        <message numerus="yes">
            <source>%Ln member(s)</source>
            <translation>
                <numerusform>%Ln member</numerusform>
                <numerusform>%Ln members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message numerus="yes">
            <source>it delivered {count} bad blocks</source>
            <translation>
                <numerusform>it delivered {count} bad block</numerusform>
                <numerusform>it delivered {count} bad blocks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>it differs from sources that rank better in {count} blocks</source>
            <translation>
                <numerusform>it differs from sources that rank better in {count} block</numerusform>
                <numerusform>it differs from sources that rank better in {count} blocks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count:,} blocks were wrong and must be fetched again.</source>
            <translation>
                <numerusform>{count:,} block was wrong and must be fetched again.</numerusform>
                <numerusform>{count:,} blocks were wrong and must be fetched again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count:,} of {total:,} blocks are wrong or missing.</source>
            <translation>
                <numerusform>{count:,} of {total:,} blocks is wrong or missing.</numerusform>
                <numerusform>{count:,} of {total:,} blocks are wrong or missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{odds} What {count} sources brought was compared with no other's.</source>
            <translation>
                <numerusform>{odds} What {count} source brought was compared with no other's.</numerusform>
                <numerusform>{odds} What {count} sources brought was compared with no other's.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RankingPage</name>
        <message numerus="yes">
            <source>%n host(s) are listed, as of {time}.</source>
            <translation>
                <numerusform>%n host are listed, as of {time}.</numerusform>
                <numerusform>%n hosts are listed, as of {time}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourceModel</name>
        <message numerus="yes">
            <source>%Ln hop(s)</source>
            <translation>
                <numerusform>%Ln hop</numerusform>
                <numerusform>%Ln hops</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message numerus="yes">
            <source>%Ln block(s)</source>
            <translation>
                <numerusform>%Ln block</numerusform>
                <numerusform>%Ln blocks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln channel(s)</source>
            <translation>
                <numerusform>%Ln channel</numerusform>
                <numerusform>%Ln channels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln download(s)</source>
            <translation>
                <numerusform>%Ln download</numerusform>
                <numerusform>%Ln downloads</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s)</source>
            <translation>
                <numerusform>%Ln file</numerusform>
                <numerusform>%Ln files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln link(s)</source>
            <translation>
                <numerusform>%Ln link</numerusform>
                <numerusform>%Ln links</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln source(s)</source>
            <translation>
                <numerusform>%Ln source</numerusform>
                <numerusform>%Ln sources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>%Ln span</numerusform>
                <numerusform>%Ln spans</numerusform>
            </translation>
        </message>
    </context>
</TS>
