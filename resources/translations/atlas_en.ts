<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
        <source>Let findings stand</source>
        <translation>
            <numerusform>Let findings stand</numerusform>
            <numerusform>Let findings stand</numerusform>
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
    <name>TaskFacts</name>
    <message numerus="yes">
        <source>only %n training samples</source>
        <translation>
            <numerusform>only %n training sample</numerusform>
            <numerusform>only %n training samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes with under %1 samples</source>
        <translation>
            <numerusform>%n class with under %1 samples</numerusform>
            <numerusform>%n classes with under %1 samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes without samples</source>
        <translation>
            <numerusform>%n class without samples</numerusform>
            <numerusform>%n classes without samples</numerusform>
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
    <name>atlas::widgets::SequencePage</name>
    <message numerus="yes">
        <source>%1 learns %n tasks in this order</source>
        <translation>
            <numerusform>%1 learns %n task in this order</numerusform>
            <numerusform>%1 learns %n tasks in this order</numerusform>
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
    <name>atlas::widgets::TaskSheet</name>
    <message numerus="yes">
        <source>&quot;%1&quot; has %n sample(s): too few to judge it by.</source>
        <translation>
            <numerusform>&quot;%1&quot; has %n sample: too few to judge it by.</numerusform>
            <numerusform>&quot;%1&quot; has %n samples: too few to judge it by.</numerusform>
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
