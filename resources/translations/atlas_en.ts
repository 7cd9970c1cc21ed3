<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</TS>
