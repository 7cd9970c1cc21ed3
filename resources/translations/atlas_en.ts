<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>%n package</numerusform>
            <numerusform>%n packages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareCurves</name>
    <message numerus="yes">
        <source>%n line(s) of 1 seed each: no band.</source>
        <translation>
            <numerusform>%n line of 1 seed: no band.</numerusform>
            <numerusform>%n lines of 1 seed each: no band.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s): mean of %1 seeds, band ± one standard deviation.</source>
        <translation>
            <numerusform>%n line: mean of %1 seeds, band ± one standard deviation.</numerusform>
            <numerusform>%n lines: mean of %1 seeds, band ± one standard deviation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s): mean of %1 to %2 seeds, band ± one standard deviation.</source>
        <translation>
            <numerusform>%n line: mean of %1 to %2 seeds, band ± one standard deviation.</numerusform>
            <numerusform>%n lines: mean of %1 to %2 seeds, band ± one standard deviation.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message numerus="yes">
        <source>%1 From seed to seed it varies so much that it could be chance (%n seeds).</source>
        <translation>
            <numerusform>%1 From seed to seed it varies so much that it could be chance (%n seed).</numerusform>
            <numerusform>%1 From seed to seed it varies so much that it could be chance (%n seeds).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataVersions</name>
    <message numerus="yes">
        <source>%n sample(s) labelled %1</source>
        <translation>
            <numerusform>%n sample labelled %1</numerusform>
            <numerusform>%n samples labelled %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) lost the label %1</source>
        <translation>
            <numerusform>%n sample lost the label %1</numerusform>
            <numerusform>%n samples lost the label %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) relabelled: %1 → %2</source>
        <translation>
            <numerusform>%n sample relabelled: %1 → %2</numerusform>
            <numerusform>%n samples relabelled: %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) relabelled in other ways</source>
        <translation>
            <numerusform>%n sample relabelled in other ways</numerusform>
            <numerusform>%n samples relabelled in other ways</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) added</source>
        <translation>
            <numerusform>%n sample added</numerusform>
            <numerusform>%n samples added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) removed</source>
        <translation>
            <numerusform>%n sample removed</numerusform>
            <numerusform>%n samples removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) reviewed: %1 → %2</source>
        <translation>
            <numerusform>%n sample reviewed: %1 → %2</numerusform>
            <numerusform>%n samples reviewed: %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) put into another part: %1 → %2</source>
        <translation>
            <numerusform>%n sample put into another part: %1 → %2</numerusform>
            <numerusform>%n samples put into another part: %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) with another picture or text</source>
        <translation>
            <numerusform>%n sample with another picture or text</numerusform>
            <numerusform>%n samples with another picture or text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecideWords</name>
    <message numerus="yes">
        <source>All %n target(s) are met; %1 of them so narrowly that chance could explain it.</source>
        <translation>
            <numerusform>The target is met, but so narrowly that chance could explain it (%1 of %n).</numerusform>
            <numerusform>All %n targets are met; %1 of them so narrowly that chance could explain it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n target(s) are met.</source>
        <translation>
            <numerusform>The target is met.</numerusform>
            <numerusform>All %n targets are met.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) are missed.</source>
        <translation>
            <numerusform>%1 of %n target is missed.</numerusform>
            <numerusform>%1 of %n targets are missed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) cannot be told, and none is missed.</source>
        <translation>
            <numerusform>%1 of %n target cannot be told, and none is missed.</numerusform>
            <numerusform>%1 of %n targets cannot be told, and none is missed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train again after %n new labelled sample(s).</source>
        <translation>
            <numerusform>Train again after %n new labelled sample.</numerusform>
            <numerusform>Train again after %n new labelled samples.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train again after %n day(s).</source>
        <translation>
            <numerusform>Train again after %n day.</numerusform>
            <numerusform>Train again after %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message numerus="yes">
        <source>Label %n sample(s): %1</source>
        <translation>
            <numerusform>Label %n sample: %1</numerusform>
            <numerusform>Label %n samples: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlabel %n sample(s)</source>
        <translation>
            <numerusform>Unlabel %n sample</numerusform>
            <numerusform>Unlabel %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n sample(s): %1</source>
        <translation>
            <numerusform>Mark %n sample: %1</numerusform>
            <numerusform>Mark %n samples: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note</source>
        <translation>
            <numerusform>Note</numerusform>
            <numerusform>Note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n sample(s)</source>
        <translation>
            <numerusform>Remove %n sample</numerusform>
            <numerusform>Remove %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n sample(s) from %1</source>
        <translation>
            <numerusform>Import %n sample from %1</numerusform>
            <numerusform>Import %n samples from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept suggestions for %n sample(s)</source>
        <translation>
            <numerusform>Accept suggestions for %n sample</numerusform>
            <numerusform>Accept suggestions for %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n sample(s) into the part %1</source>
        <translation>
            <numerusform>Put %n sample into the part %1</numerusform>
            <numerusform>Put %n samples into the part %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the class %1</source>
        <translation>
            <numerusform>Add the class %1</numerusform>
            <numerusform>Add the class %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename a class: %1</source>
        <translation>
            <numerusform>Rename a class: %1</numerusform>
            <numerusform>Rename a class: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge classes: %1</source>
        <translation>
            <numerusform>Merge classes: %1</numerusform>
            <numerusform>Merge classes: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split a class: %1</source>
        <translation>
            <numerusform>Split a class: %1</numerusform>
            <numerusform>Split a class: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the class %1</source>
        <translation>
            <numerusform>Delete the class %1</numerusform>
            <numerusform>Delete the class %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move the class %1</source>
        <translation>
            <numerusform>Move the class %1</numerusform>
            <numerusform>Move the class %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key of a class, %1</source>
        <translation>
            <numerusform>Key of a class, %1</numerusform>
            <numerusform>Key of a class, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go back to the version %1</source>
        <translation>
            <numerusform>Go back to the version %1</numerusform>
            <numerusform>Go back to the version %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let findings stand</source>
        <translation>
            <numerusform>Let findings stand</numerusform>
            <numerusform>Let findings stand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Second opinion on %n sample(s): %1</source>
        <translation>
            <numerusform>Second opinion on %n sample: %1</numerusform>
            <numerusform>Second opinion on %n samples: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back the opinion on %n sample(s)</source>
        <translation>
            <numerusform>Take back the opinion on %n sample</numerusform>
            <numerusform>Take back the opinion on %n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n sample(s): %1</source>
        <translation>
            <numerusform>Settle %n sample: %1</numerusform>
            <numerusform>Settle %n samples: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapColours</name>
    <message numerus="yes">
        <source>other (%n classes)</source>
        <translation>
            <numerusform>other (%n classes)</numerusform>
            <numerusform>other (%n classes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>Over %n seeds the average change is %1.</source>
        <translation>
            <numerusform>With %n seed the change is %1.</numerusform>
            <numerusform>Over %n seeds the average change is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n seeds)</source>
        <translation>
            <numerusform>%1 (%n seed)</numerusform>
            <numerusform>%1 (%n seeds)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It learned from at most %n training sample(s) of each task.</source>
        <translation>
            <numerusform>It learned from at most %n training sample of each task.</numerusform>
            <numerusform>It learned from at most %n training samples of each task.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit trail was changed from outside: %n entry(s) do not follow.</source>
        <translation>
            <numerusform>The audit trail was changed from outside: %n entry does not follow.</numerusform>
            <numerusform>The audit trail was changed from outside: %n entries do not follow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in the full report.</source>
        <translation>
            <numerusform>%n more in the full report.</numerusform>
            <numerusform>%n more in the full report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more seed(s)</source>
        <translation>
            <numerusform>%1 and %n more seed</numerusform>
            <numerusform>%1 and %n more seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are as accurate as can be had for their size</source>
        <translation>
            <numerusform>%n run is as accurate as can be had for its size</numerusform>
            <numerusform>%n runs are as accurate as can be had for their size</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s), every one follows; head %1</source>
        <translation>
            <numerusform>%n entry, as it was written; head %1</numerusform>
            <numerusform>%n entries, every one follows; head %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s), CHANGED FROM OUTSIDE; head %1</source>
        <translation>
            <numerusform>%n entry, CHANGED FROM OUTSIDE; head %1</numerusform>
            <numerusform>%n entries, CHANGED FROM OUTSIDE; head %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 should not go into production: it misses %n of %2 targets. Worst: %3; measured: %4.</source>
        <translation>
            <numerusform>%1 should not go into production: it misses %n of %2 targets. Worst: %3; measured: %4.</numerusform>
            <numerusform>%1 should not go into production: it misses %n of %2 targets. Worst: %3; measured: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is decided about %1: for %n target(s) there is no figure.</source>
        <translation>
            <numerusform>Nothing is decided about %1: for %n target there is no figure.</numerusform>
            <numerusform>Nothing is decided about %1: for %n targets there is no figure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 can go into production: it meets all %n target(s).</source>
        <translation>
            <numerusform>%1 can go into production: it meets its target.</numerusform>
            <numerusform>%1 can go into production: it meets all %n targets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are not surely better than guessing: %1.</source>
        <translation>
            <numerusform>%n task is not surely better than guessing: %1.</numerusform>
            <numerusform>%n tasks are not surely better than guessing: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) were judged on fewer than %1 test samples, so that a score may be off by up to %2: %3.</source>
        <translation>
            <numerusform>%n task was judged on fewer than %1 test samples, so that its score may be off by up to %2: %3.</numerusform>
            <numerusform>%n tasks were judged on fewer than %1 test samples, so that a score may be off by up to %2: %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultChart</name>
    <message numerus="yes">
        <source>Each line is a task and starts where it was learned; %n tasks</source>
        <translation>
            <numerusform>Each line is a task and starts where it was learned; %n task</numerusform>
            <numerusform>Each line is a task and starts where it was learned; %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n tasks keep what they were learned with</source>
        <translation>
            <numerusform>The %n task keeps what it was learned with</numerusform>
            <numerusform>All %n tasks keep what they were learned with</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n tasks, %1 has lost most: %2 since it was learned</source>
        <translation>
            <numerusform>After %n task, %1 has lost most: %2 since it was learned</numerusform>
            <numerusform>After %n tasks, %1 has lost most: %2 since it was learned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is forgotten after %n tasks</source>
        <translation>
            <numerusform>Nothing is forgotten after %n task</numerusform>
            <numerusform>Nothing is forgotten after %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n tasks, %1 have lost most: %2 each since they were learned</source>
        <translation>
            <numerusform>After %n tasks, %1 have lost most: %2 each since they were learned</numerusform>
            <numerusform>After %n tasks, %1 have lost most: %2 each since they were learned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunResults</name>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1, %2 and %n more</numerusform>
            <numerusform>%1, %2 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::AgreementSheet</name>
    <message numerus="yes">
        <source>Show the %n sample(s) they disagree on</source>
        <translation>
            <numerusform>Show the %n sample they disagree on</numerusform>
            <numerusform>Show the %n samples they disagree on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::AuditSheet</name>
    <message numerus="yes">
        <source>Verified: %n entries, head hash %1…</source>
        <translation>
            <numerusform>Verified: %n entry, head hash %1…</numerusform>
            <numerusform>Verified: %n entries, head hash %1…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not as it was written: %n problem(s) found.</source>
        <translation>
            <numerusform>Not as it was written: %n problem found.</numerusform>
            <numerusform>Not as it was written: %n problems found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CellSamples</name>
    <message numerus="yes">
        <source>Open %n in Data</source>
        <translation>
            <numerusform>Open %n in Data</numerusform>
            <numerusform>Open %n in Data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ChangesPanel</name>
    <message numerus="yes">
        <source>%n task(s) get worse, %1 by most: %2.</source>
        <translation>
            <numerusform>%n task gets worse, %1: %2.</numerusform>
            <numerusform>%n tasks get worse, %1 by most: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ClassBars</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CompareBar</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n more settings differ</source>
        <translation>
            <numerusform>%1; %n more setting differs</numerusform>
            <numerusform>%1; %n more settings differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CompareModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ComparePage</name>
    <message numerus="yes">
        <source>Export %n run(s)</source>
        <translation>
            <numerusform>Export %n run</numerusform>
            <numerusform>Export %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n ticked row(s) the first %1 are drawn.</source>
        <translation>
            <numerusform>Of %n ticked row the first %1 are drawn.</numerusform>
            <numerusform>Of %n ticked rows the first %1 are drawn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CurvePanel</name>
    <message numerus="yes">
        <source>%1 of %n line(s) while they learned %2</source>
        <translation>
            <numerusform>%1 of %n line while they learned %2</numerusform>
            <numerusform>%1 of %n lines while they learned %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n other(s) kept no such curve.</source>
        <translation>
            <numerusform>%1 %n other kept no such curve.</numerusform>
            <numerusform>%1 %n others kept no such curve.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DataInspector</name>
    <message numerus="yes">
        <source>%n sample(s) chosen</source>
        <translation>
            <numerusform>%n sample chosen</numerusform>
            <numerusform>%n samples chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DataPage</name>
    <message numerus="yes">
        <source>Shown: %n sample(s) that people disagree on. Beside a sample stands who said what; take one of the opinions there.</source>
        <translation>
            <numerusform>Shown: %n sample that people disagree on. Beside a sample stands who said what; take one of the opinions there.</numerusform>
            <numerusform>Shown: %n samples that people disagree on. Beside a sample stands who said what; take one of the opinions there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DifferencePanel</name>
    <message numerus="yes">
        <source>Comparing the answers of %n more…</source>
        <translation>
            <numerusform>Comparing the answers of %n more…</numerusform>
            <numerusform>Comparing the answers of %n more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The answers of %n row(s) are not compared yet.</source>
        <translation>
            <numerusform>The answers of %n row are not compared yet.</numerusform>
            <numerusform>The answers of %n rows are not compared yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::HistoryPanel</name>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1; and %n more</numerusform>
            <numerusform>%1; and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ImportReportView</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ImportSheet</name>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%n picture in %1</numerusform>
            <numerusform>%n pictures in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::InterferenceList</name>
    <message numerus="yes">
        <source>%n steps made an older task worse</source>
        <translation>
            <numerusform>%n step made an older task worse</numerusform>
            <numerusform>%n steps made an older task worse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::JobsBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::LearningPanel</name>
    <message numerus="yes">
        <source>Average after the last task by the share of labels; %n runs, one seed</source>
        <translation>
            <numerusform>Average after the last task by the share of labels; %n run, one seed</numerusform>
            <numerusform>Average after the last task by the share of labels; %n runs, one seed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s) are still running.</source>
        <translation>
            <numerusform>%n job is still running.</numerusform>
            <numerusform>%n jobs are still running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::NextVersionSheet</name>
    <message numerus="yes">
        <source>%n sample(s) were labelled since %1 was made.</source>
        <translation>
            <numerusform>%n sample were labelled since %1 was made.</numerusform>
            <numerusform>%n samples were labelled since %1 was made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its labels were changed.</source>
        <translation>
            <numerusform>%n of its labels were changed.</numerusform>
            <numerusform>%n of its labels were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ParetoPanel</name>
    <message numerus="yes">
        <source>%1 of %n run(s) or groups are not beaten in both figures</source>
        <translation>
            <numerusform>%1 of %n run or group is not beaten in both figures</numerusform>
            <numerusform>%1 of %n runs or groups are not beaten in both figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ProjectCard</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RailButton</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <translation>
            <numerusform>%n item needs attention</numerusform>
            <numerusform>%n items need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RegistryPanel</name>
    <message numerus="yes">
        <source>%n new labelled sample(s) since it learned</source>
        <translation>
            <numerusform>%n new labelled sample since it learned</numerusform>
            <numerusform>%n new labelled samples since it learned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RoiSheetView</name>
    <message numerus="yes">
        <source>not provided: %1 and %n more</source>
        <translation>
            <numerusform>not provided: %1 and %n more</numerusform>
            <numerusform>not provided: %1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunChooser</name>
    <message numerus="yes">
        <source>%Ln more run(s): look for one in Compare…</source>
        <translation>
            <numerusform>%Ln more run: look for one in Compare…</numerusform>
            <numerusform>%Ln more runs: look for one in Compare…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunInspector</name>
    <message numerus="yes">
        <source>%n runs are selected</source>
        <translation>
            <numerusform>%n run is selected</numerusform>
            <numerusform>%n runs are selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>and %n earlier</numerusform>
            <numerusform>and %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SampleMap</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minutes</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SandboxSheet</name>
    <message numerus="yes">
        <source>%1: about %2 of %3 training samples in %n task(s).</source>
        <translation>
            <numerusform>%1: about %2 of %3 training samples in %n task.</numerusform>
            <numerusform>%1: about %2 of %3 training samples in %n tasks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SequencePage</name>
    <message numerus="yes">
        <source>%1 learns %n tasks in this order</source>
        <translation>
            <numerusform>%1 learns %n task in this order</numerusform>
            <numerusform>%1 learns %n tasks in this order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %1: %n sample(s) for training.</source>
        <translation>
            <numerusform>Made %1: %n sample for training.</numerusform>
            <numerusform>Made %1: %n samples for training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Made %1 with %n task(s), for trying things out.</source>
        <translation>
            <numerusform>Made %1 with %n task, for trying things out.</numerusform>
            <numerusform>Made %1 with %n tasks, for trying things out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SettingsForm</name>
    <message numerus="yes">
        <source>Advanced (%n changed)</source>
        <translation>
            <numerusform>Advanced (%n changed)</numerusform>
            <numerusform>Advanced (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskChecker</name>
    <message numerus="yes">
        <source>%n caution(s). %1</source>
        <translation>
            <numerusform>%n caution. %1</numerusform>
            <numerusform>%n cautions. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskListModel</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %3 training samples, %n classes</source>
        <translation>
            <numerusform>%1, %2, %3 training samples, %n class</numerusform>
            <numerusform>%1, %2, %3 training samples, %n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskPanel</name>
    <message numerus="yes">
        <source>%n sample(s) were labelled since it was made.</source>
        <translation>
            <numerusform>%n sample were labelled since it was made.</numerusform>
            <numerusform>%n samples were labelled since it was made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its labels were changed.</source>
        <translation>
            <numerusform>%n of its labels were changed.</numerusform>
            <numerusform>%n of its labels were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskSheet</name>
    <message numerus="yes">
        <source>&quot;%1&quot; has %n sample(s): too few to judge it by.</source>
        <translation>
            <numerusform>&quot;%1&quot; has %n sample: too few to judge it by.</numerusform>
            <numerusform>&quot;%1&quot; has %n samples: too few to judge it by.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more class(es)</source>
        <translation>
            <numerusform>and %n more class</numerusform>
            <numerusform>and %n more classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TrainForm</name>
    <message numerus="yes">
        <source>Train %n runs</source>
        <translation>
            <numerusform>Train %n run</numerusform>
            <numerusform>Train %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks, one after the other</source>
        <translation>
            <numerusform>%n task, one after the other</numerusform>
            <numerusform>%n tasks, one after the other</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TrainPage</name>
    <message numerus="yes">
        <source>%n runs were interrupted. Nothing that they learned until their last checkpoint is lost.</source>
        <translation>
            <numerusform>%n run was interrupted. Nothing that it learned until its last checkpoint is lost.</numerusform>
            <numerusform>%n runs were interrupted. Nothing that they learned until their last checkpoint is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::VerdictView</name>
    <message numerus="yes">
        <source>and %n more, in the table below</source>
        <translation>
            <numerusform>and %n more, in the table below</numerusform>
            <numerusform>and %n more, in the table below</numerusform>
        </translation>
    </message>
</context>
</TS>
