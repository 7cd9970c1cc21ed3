<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Agreement</name>
    <message>
        <source>almost perfect</source>
        <translation>ほぼ完全</translation>
    </message>
    <message>
        <source>substantial</source>
        <translation>かなり高い</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>中程度</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>まずまず</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>不十分</translation>
    </message>
    <message>
        <source>slight</source>
        <translation>わずか</translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message>
        <source>no answer</source>
        <translation>回答なし</translation>
    </message>
    <message>
        <source>Of 100 answers as sure as this one, almost all are right: the figure is calibrated on samples that the run did not learn from.</source>
        <translation>これと同じ確信度の回答 100 件のうち、ほぼすべてが正解です。この値は、実行が学習していないサンプルで較正されています。</translation>
    </message>
    <message>
        <source>Of 100 answers as sure as this one, about %1 are right: the figure is calibrated on samples that the run did not learn from.</source>
        <translation>これと同じ確信度の回答 100 件のうち、約 %1 件が正解です。この値は、実行が学習していないサンプルで較正されています。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>class and its probability</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Only %1 takes a sample with these parts.</source>
        <translation>この組み合わせのサンプルを扱えるのは %1 だけです。</translation>
    </message>
    <message>
        <source>Taken for %1: %2 of its own samples lie farther from it than this one. Next was %3 with %4.</source>
        <translation>%1 と見なしました。%1 自身のサンプルの %2 は、これよりも %1 から離れています。次に近かったのは %3 (%4) です。</translation>
    </message>
    <message>
        <source>This sample is unlike what %1 has learned: %2 of its own samples are more usual. Do not rely on the answer; let a person look at it.</source>
        <translation>このサンプルは %1 が学習したものと似ていません。%1 自身のサンプルの %2 のほうが普通です。この回答に頼らず、人が確認してください。</translation>
    </message>
</context>
<context>
    <name>AuditAction</name>
    <message>
        <source>Targets changed</source>
        <translation>目標を変更</translation>
    </message>
    <message>
        <source>Figures of the return changed</source>
        <translation>投資対効果の数値を変更</translation>
    </message>
    <message>
        <source>Update policy changed</source>
        <translation>更新方針を変更</translation>
    </message>
    <message>
        <source>Model version made</source>
        <translation>モデルのバージョンを作成</translation>
    </message>
    <message>
        <source>Promoted</source>
        <translation>昇格</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>承認を依頼</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Decided against</source>
        <translation>見送りを決定</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>レポートを作成</translation>
    </message>
    <message>
        <source>Run renamed</source>
        <translation>実行の名前を変更</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>%1 %2</source>
        <comment>target and figure</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (before: %3)</source>
        <translation>%1 %2（以前: %3）</translation>
    </message>
    <message>
        <source>%1: no more</source>
        <translation>%1: 取り消し</translation>
    </message>
    <message>
        <source>Currency:</source>
        <translation>通貨:</translation>
    </message>
    <message>
        <source>%1:</source>
        <comment>figure of the return</comment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>No more: %1</source>
        <translation>取り消し: %1</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>判定: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由: %1</translation>
    </message>
    <message>
        <source>Not to be %1</source>
        <translation>%1 にしない</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>パッケージ %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>実行: %1</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>Quick</source>
        <translation>すばやく</translation>
    </message>
    <message>
        <source>A first look: 5 epochs at most.</source>
        <translation>最初の様子見です。最大 5 エポック。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>The defaults: 20 epochs at most, less when validation stops improving.</source>
        <translation>既定の設定です。最大 20 エポック。検証が向上しなくなれば早く終わります。</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>念入り</translation>
    </message>
    <message>
        <source>For a decision: 60 epochs at most and more patience.</source>
        <translation>判断のための学習です。最大 60 エポックで、より長く様子を見ます。</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>Could not write “%1”: %2. Nothing was changed.</source>
        <translation>「%1」に書き込めませんでした: %2。何も変更されていません。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room and save again.</source>
        <translation>別のフォルダーを選ぶか、空き容量を増やしてからもう一度保存してください。</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 行のうち %1 行</translation>
    </message>
    <message>
        <source>A chart cannot be saved as “.%1”.</source>
        <translation>グラフを「.%1」として保存することはできません。</translation>
    </message>
    <message>
        <source>End the file&apos;s name in .png, .pdf or .csv.</source>
        <translation>ファイル名の末尾を .png、.pdf、.csv のいずれかにしてください。</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>「%1」を保存</translation>
    </message>
</context>
<context>
    <name>ClassReport</name>
    <message>
        <source>class %1</source>
        <translation>クラス %1</translation>
    </message>
    <message>
        <source>No predictions are stored for this cell</source>
        <translation>このセルの予測は保存されていません</translation>
    </message>
    <message>
        <source>Every sample was answered with its own class</source>
        <translation>すべてのサンプルが正しいクラスで回答されました</translation>
    </message>
    <message>
        <source>%1 was taken for %2 most often: %3 of %4 times</source>
        <translation>「%1」は「%2」と最も多く間違えられました: %4 回のうち %3 回</translation>
    </message>
</context>
<context>
    <name>CompareCurves</name>
    <message numerus="yes">
        <source>%n line(s) of 1 seed each: no band.</source>
        <translation>
            <numerusform>%n 本の線、それぞれ 1 シード: 帯はありません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s): mean of %1 seeds, band ± one standard deviation.</source>
        <translation>
            <numerusform>%n 本の線: %1 シードの平均、帯は標準偏差 1 つ分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s): mean of %1 to %2 seeds, band ± one standard deviation.</source>
        <translation>
            <numerusform>%n 本の線: %1 ～ %2 シードの平均、帯は標準偏差 1 つ分。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 So many lines: one stands out, the baseline or the row you point at.</source>
        <translation>%1 線が多いため、基準または指している行の 1 本だけを目立たせています。</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>%1 ▲</source>
        <comment>a difference that is better</comment>
        <translation>%1 ▲</translation>
    </message>
    <message>
        <source>%1 ▼</source>
        <comment>a difference that is worse</comment>
        <translation>%1 ▼</translation>
    </message>
    <message>
        <source>The same as the baseline.</source>
        <translation>基準と同じです。</translation>
    </message>
    <message>
        <source>Better than the baseline by %1.</source>
        <translation>基準より %1良いです。</translation>
    </message>
    <message>
        <source>Worse than the baseline by %1.</source>
        <translation>基準より %1悪いです。</translation>
    </message>
    <message>
        <source>Differs from the baseline by %1.</source>
        <translation>基準との差は %1です。</translation>
    </message>
    <message>
        <source>%1 (n = %2)</source>
        <translation>%1 (n = %2)</translation>
    </message>
    <message>
        <source>%1 ± %2 (n = %3)</source>
        <translation>%1 ± %2 (n = %3)</translation>
    </message>
    <message>
        <source>No difference on any test sample.</source>
        <translation>どのテスト用サンプルにも差はありません。</translation>
    </message>
    <message>
        <source>No difference on average.</source>
        <translation>平均して差はありません。</translation>
    </message>
    <message>
        <source>No difference on average (95 % interval %1 points).</source>
        <translation>平均して差はありません (95 % 区間 %1 ポイント)。</translation>
    </message>
    <message>
        <source>Better by %1; too few samples to say whether this is chance.</source>
        <translation>%1良いですが、サンプルが少なく、偶然かどうか分かりません。</translation>
    </message>
    <message>
        <source>Worse by %1; too few samples to say whether this is chance.</source>
        <translation>%1悪いですが、サンプルが少なく、偶然かどうか分かりません。</translation>
    </message>
    <message>
        <source>Better by %1 (95 % interval %2 points).</source>
        <translation>%1良いです (95 % 区間 %2 ポイント)。</translation>
    </message>
    <message>
        <source>Worse by %1 (95 % interval %2 points).</source>
        <translation>%1悪いです (95 % 区間 %2 ポイント)。</translation>
    </message>
    <message>
        <source>Better by %1, which could be chance (95 % interval %2 points).</source>
        <translation>%1良いですが、偶然かもしれません (95 % 区間 %2 ポイント)。</translation>
    </message>
    <message>
        <source>Worse by %1, which could be chance (95 % interval %2 points).</source>
        <translation>%1悪いですが、偶然かもしれません (95 % 区間 %2 ポイント)。</translation>
    </message>
    <message>
        <source>There is no task that both have answered.</source>
        <translation>両方が回答したタスクがありません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 From seed to seed it varies so much that it could be chance (%n seeds).</source>
        <translation>
            <numerusform>%1 シードによるばらつきが大きく、偶然かもしれません (%n シード)。</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2), could be chance</source>
        <translation>%1 (%2)、偶然の可能性あり</translation>
    </message>
</context>
<context>
    <name>CurvePanel</name>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Loss of the task</source>
        <translation>タスクの損失</translation>
    </message>
    <message>
        <source>Overlap with earlier adapters</source>
        <translation>以前のアダプターとの重なり</translation>
    </message>
    <message>
        <source>Validation score</source>
        <translation>検証のスコア</translation>
    </message>
    <message>
        <source>Weight of an adapter</source>
        <translation>アダプターの重み</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Samples a second</source>
        <translation>1 秒あたりのサンプル数</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>較正誤差</translation>
    </message>
</context>
<context>
    <name>DataInspector</name>
    <message>
        <source>label: %1</source>
        <translation>ラベル: %1</translation>
    </message>
    <message>
        <source>review: %1</source>
        <translation>確認: %1</translation>
    </message>
    <message>
        <source>opinions: %1</source>
        <translation>意見: %1</translation>
    </message>
    <message>
        <source>note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>part: %1</source>
        <translation>区分: %1</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>taken back in</source>
        <translation>復活</translation>
    </message>
</context>
<context>
    <name>DataVersions</name>
    <message numerus="yes">
        <source>%n sample(s) labelled %1</source>
        <translation>
            <numerusform>%n 件のサンプルに %1 のラベルを付与</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) lost the label %1</source>
        <translation>
            <numerusform>%n 件のサンプルから %1 のラベルを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) relabelled: %1 → %2</source>
        <translation>
            <numerusform>%n 件のサンプルのラベルを変更: %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) relabelled in other ways</source>
        <translation>
            <numerusform>%n 件のサンプルのラベルをその他の形で変更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) added</source>
        <translation>
            <numerusform>%n 件のサンプルを追加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) removed</source>
        <translation>
            <numerusform>%n 件のサンプルを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) reviewed: %1 → %2</source>
        <translation>
            <numerusform>%n 件のサンプルの確認状態を変更: %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) put into another part: %1 → %2</source>
        <translation>
            <numerusform>%n 件のサンプルを別の区分に移動: %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) with another picture or text</source>
        <translation>
            <numerusform>%n 件のサンプルの画像またはテキストを変更</numerusform>
        </translation>
    </message>
    <message>
        <source>Class added: %1</source>
        <translation>クラスを追加: %1</translation>
    </message>
    <message>
        <source>Class removed: %1</source>
        <translation>クラスを削除: %1</translation>
    </message>
    <message>
        <source>Class renamed: %1 → %2</source>
        <translation>クラス名を変更: %1 → %2</translation>
    </message>
    <message>
        <source>The classes stand in another order</source>
        <translation>クラスの並び順を変更</translation>
    </message>
</context>
<context>
    <name>DecideWords</name>
    <message>
        <source>money</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>パーセント</translation>
    </message>
    <message>
        <source>points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>ミリ秒</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>可</translation>
    </message>
    <message>
        <source>No go</source>
        <translation>不可</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未決定</translation>
    </message>
    <message>
        <source>Nothing is asked of this model yet. Set targets below, and the verdict stands here.</source>
        <translation>このモデルにはまだ何も求められていません。下で目標を設定すると、ここに判定が表示されます。</translation>
    </message>
    <message>
        <source>No verdict: %1.</source>
        <translation>判定なし: %1。</translation>
    </message>
    <message numerus="yes">
        <source>All %n target(s) are met; %1 of them so narrowly that chance could explain it.</source>
        <translation>
            <numerusform>%n 個の目標すべてを達成しています。うち %1 個は僅差で、偶然かもしれません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n target(s) are met.</source>
        <translation>
            <numerusform>%n 個の目標すべてを達成しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) are missed.</source>
        <translation>
            <numerusform>%n 個の目標のうち %1 個が未達です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n target(s) cannot be told, and none is missed.</source>
        <translation>
            <numerusform>%n 個の目標のうち %1 個は分かりません。未達のものはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>met</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未達</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>the run is not finished</source>
        <translation>実行が完了していません</translation>
    </message>
    <message>
        <source>nothing is asked</source>
        <translation>何も求められていません</translation>
    </message>
    <message>
        <source>the run did not learn this task</source>
        <translation>実行はこのタスクを学習していません</translation>
    </message>
    <message>
        <source>it was not measured</source>
        <translation>測定されていません</translation>
    </message>
    <message>
        <source>tasks that are learned together have no score from before</source>
        <translation>同時に学習したタスクには、それ以前のスコアがありません</translation>
    </message>
    <message>
        <source>what an hour of the machine costs was not given</source>
        <translation>コンピューターの 1 時間あたりの費用が入力されていません</translation>
    </message>
    <message>
        <source>production knows a task that this run did not learn</source>
        <translation>運用中のモデルには、この実行が学習していないタスクがあります</translation>
    </message>
    <message>
        <source>%1 %2: not known, %3.</source>
        <translation>%1 %2: 不明、%3。</translation>
    </message>
    <message>
        <source>missed by %1</source>
        <translation>%1足りません</translation>
    </message>
    <message>
        <source>%1 to spare</source>
        <translation>余裕 %1</translation>
    </message>
    <message>
        <source>exactly what is asked</source>
        <translation>ちょうど求められた値</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; chance could explain it</source>
        <translation>%1、偶然かもしれません</translation>
    </message>
    <message>
        <source>every answer is the same (n = %1)</source>
        <translation>すべての回答が同じ (n = %1)</translation>
    </message>
    <message>
        <source>probably not chance (n = %1)</source>
        <translation>おそらく偶然ではない (n = %1)</translation>
    </message>
    <message>
        <source>chance could explain it (n = %1)</source>
        <translation>偶然かもしれない (n = %1)</translation>
    </message>
    <message>
        <source>Entry %1 was changed.</source>
        <translation>記録 %1 が変更されています。</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the one before it: that one was changed, or one was put in or moved.</source>
        <translation>記録 %1 は前の記録とつながりません。前の記録が変更されたか、記録が挿入または移動されています。</translation>
    </message>
    <message>
        <source>Entry %1 is missing.</source>
        <translation>記録 %1 がありません。</translation>
    </message>
    <message>
        <source>Entry %1 is not the last one that was written: the end was cut off.</source>
        <translation>記録 %1 は最後に書かれたものではありません。末尾が切り取られています。</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>1 か月</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>months</source>
        <translation>か月</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>1 か月 %1</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>1 時間 %1</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>1 件 %1</translation>
    </message>
    <message>
        <source>%1 per GB and month</source>
        <translation>1 GB・1 か月 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>task and target</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2, measured %3.</source>
        <translation>%1 %2、測定値 %3。</translation>
    </message>
    <message numerus="yes">
        <source>Train again after %n new labelled sample(s).</source>
        <translation>
            <numerusform>新しいラベル付きサンプルが %n 件になったら再学習します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Train again after %n day(s).</source>
        <translation>
            <numerusform>%n 日たったら再学習します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Train again when the average is under %1.</source>
        <translation>平均が %1 を下回ったら再学習します。</translation>
    </message>
    <message>
        <source>%1 decides.</source>
        <translation>%1 が決めます。</translation>
    </message>
    <message>
        <source>A second person approves.</source>
        <translation>2 人目が承認します。</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>There are no validation samples to measure a gain with.</source>
        <translation>向上を測るための検証用サンプルがありません。</translation>
    </message>
    <message>
        <source>The gain on validation is surely worth an adapter.</source>
        <translation>検証での向上は、アダプターを追加する価値が確かにあります。</translation>
    </message>
    <message>
        <source>The gain on validation is surely not worth an adapter.</source>
        <translation>検証での向上は、アダプターを追加する価値が確かにありません。</translation>
    </message>
    <message>
        <source>The gain on validation could be chance, and the target is reached without it.</source>
        <translation>検証での向上は偶然かもしれず、追加しなくても目標に届いています。</translation>
    </message>
    <message>
        <source>The gain on validation could be chance, and nothing need be added that was not shown to be needed.</source>
        <translation>検証での向上は偶然かもしれません。必要と示されていないものは追加しません。</translation>
    </message>
    <message>
        <source>What earlier tasks bring</source>
        <translation>以前のタスクがもたらすもの</translation>
    </message>
    <message>
        <source>What an adapter brings</source>
        <translation>アダプターがもたらすもの</translation>
    </message>
    <message>
        <source>What an adapter costs</source>
        <translation>アダプターの費用</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>expand: surely worth an adapter</source>
        <translation>拡張: 確かにアダプターの価値があります</translation>
    </message>
    <message>
        <source>reuse: surely not worth an adapter</source>
        <translation>再利用: 確かにアダプターの価値はありません</translation>
    </message>
    <message>
        <source>undecided: the gain could be chance</source>
        <translation>決められません: 向上は偶然かもしれません</translation>
    </message>
    <message>
        <source>used: they surely help</source>
        <translation>使用: 確かに役立ちます</translation>
    </message>
    <message>
        <source>left out: no sure help</source>
        <translation>不使用: 確かな助けになりません</translation>
    </message>
    <message>
        <source>expanded: it is the first task</source>
        <translation>拡張: 最初のタスクです</translation>
    </message>
    <message>
        <source>expanded: the task has an adapter of its own</source>
        <translation>拡張: タスク専用のアダプターがあります</translation>
    </message>
    <message>
        <source>reused: the adapters of earlier tasks serve it</source>
        <translation>再利用: 以前のタスクのアダプターを使います</translation>
    </message>
    <message>
        <source>a short probe</source>
        <translation>短い試行</translation>
    </message>
    <message>
        <source>the whole of stage 2</source>
        <translation>段階 2 の全体</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>新規性</translation>
    </message>
    <message>
        <source>How far the samples lie from those of the earlier task that is nearest to them, as the frozen backbone sees them: the share of that task&apos;s own samples that lie nearer to it. 50 % is nothing new, 100 % is unlike anything in it. It is shown only and decides nothing.</source>
        <translation>凍結したバックボーンから見て、サンプルが最も近い以前のタスクのサンプルからどれだけ離れているかを示します。値は、そのタスク自身のサンプルのうち、より近くにあるものの割合です。50 % なら新しいものはなく、100 % ならまったく似ていません。表示するだけで、判断には使いません。</translation>
    </message>
    <message>
        <source>%1, nearest to %2</source>
        <translation>%1 (最も近いのは %2)</translation>
    </message>
    <message>
        <source>Score without adapters</source>
        <translation>アダプターなしのスコア</translation>
    </message>
    <message>
        <source>Score on the validation samples of a classifier on the frozen backbone, before any adapter is tried.</source>
        <translation>アダプターを試す前に、凍結したバックボーンに分類器だけを付けた場合の検証用サンプルでのスコアです。</translation>
    </message>
    <message>
        <source>Adapters of earlier tasks</source>
        <translation>以前のタスクのアダプター</translation>
    </message>
    <message>
        <source>Whether the task uses the adapters of earlier tasks, and by how much they lower the validation loss, with its standard error. They are used only where that cannot be chance; a task without them answers faster.</source>
        <translation>このタスクが以前のタスクのアダプターを使うかどうかと、それによって検証の損失がどれだけ下がるか (標準誤差付き) を示します。偶然ではありえない場合にだけ使います。使わないタスクのほうが速く回答します。</translation>
    </message>
    <message>
        <source>%1 (loss falls by %2 ± %3 nats)</source>
        <translation>%1 (損失が %2 ± %3 ナット低下)</translation>
    </message>
    <message>
        <source>Score by reuse</source>
        <translation>再利用によるスコア</translation>
    </message>
    <message>
        <source>Score on the validation samples without an adapter of the task&apos;s own, with those of earlier tasks that it uses; beside it what guessing would reach.</source>
        <translation>タスク専用のアダプターなしで、使用する以前のタスクのアダプターだけによる検証用サンプルでのスコアです。隣は当て推量でのスコアです。</translation>
    </message>
    <message>
        <source>%1 (guessing: %2)</source>
        <translation>%1 (当て推量: %2)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>The score that was set as enough, and how much of the way to it, from guessing on, reuse alone goes. At 100 % reuse suffices.</source>
        <translation>十分と設定されたスコアと、当て推量からそこまでの道のりのうち、再利用だけで進める割合です。100 % なら再利用で足ります。</translation>
    </message>
    <message>
        <source>%1; reuse goes %2 of the way</source>
        <translation>%1 (再利用だけで道のりの %2)</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>How much the score on the validation samples rose with an adapter of the task&apos;s own, and the standard error of that: on other samples it would be within twice as much.</source>
        <translation>タスク専用のアダプターによって検証用サンプルでのスコアがどれだけ上がったかと、その標準誤差です。別のサンプルでも、ほぼその 2 倍の範囲に収まります。</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>測り方</translation>
    </message>
    <message>
        <source>What was trained to measure the gain, and on how many validation samples it was measured. A probe is the first part of stage 2, which goes on from there if it is decided to expand.</source>
        <translation>向上を測るために何を学習し、何件の検証用サンプルで測ったかを示します。試行は段階 2 の最初の部分で、拡張すると決まればそこから続けます。</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <translation>%1、n = %2</translation>
    </message>
    <message>
        <source>Worth it above</source>
        <translation>価値があるとする基準</translation>
    </message>
    <message>
        <source>The gain that an adapter must be worth, as set (&quot;Gain worth an adapter&quot;).</source>
        <translation>アダプターを追加する価値があるとする向上の大きさです (設定「アダプターに見合う向上」)。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>検定</translation>
    </message>
    <message>
        <source>How it was judged whether the gain could be chance: the same samples with and without the adapter; p is the probability of as clear a difference by chance alone.</source>
        <translation>向上が偶然かどうかをどう判定したかを示します。アダプターの有無を同じサンプルで比べています。p は、これほど明らかな差が偶然だけで生じる確率です。</translation>
    </message>
    <message>
        <source>%1, p = %2</source>
        <translation>%1、p = %2</translation>
    </message>
    <message>
        <source>The test says</source>
        <translation>検定の結論</translation>
    </message>
    <message>
        <source>What the test alone speaks for, whatever was decided.</source>
        <translation>実際の判断にかかわらず、検定だけから言えることです。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Weights that an adapter of the task&apos;s own and its gates have, before any are dropped again.</source>
        <translation>タスク専用のアダプターとそのゲートの重みの数です (一部を取り除く前)。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>What they take on disk and in memory.</source>
        <translation>ディスクとメモリーで占める大きさです。</translation>
    </message>
    <message>
        <source>An answer takes</source>
        <translation>回答時間</translation>
    </message>
    <message>
        <source>Time for one validation sample on this computer, by reuse and with the adapter.</source>
        <translation>このコンピューターで検証用サンプル 1 件にかかる時間です。再利用の場合とアダプターを使う場合を示します。</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>判断した人</translation>
    </message>
    <message>
        <source>The policy, or the login name of the person who was asked.</source>
        <translation>方針、または質問に答えた人のログイン名です。</translation>
    </message>
    <message>
        <source>%1, against the test</source>
        <translation>%1 (検定とは逆の判断)</translation>
    </message>
    <message>
        <source>the policy</source>
        <translation>方針</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Which rule led to the decision.</source>
        <translation>どの規則から判断に至ったかを示します。</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>本人の言葉</translation>
    </message>
    <message>
        <source>The reason that the person gave.</source>
        <translation>判断した人が書いた理由です。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>方針</translation>
    </message>
    <message>
        <source>Who decides, as set (&quot;Reuse or expand&quot;): always expands, never reuses, both without measuring first; automatic follows the test; ask asks a person.</source>
        <translation>設定「再利用か拡張か」で決めた、判断のしかたです。「常に拡張」と「常に再利用」は測定せずに決め、「自動」は検定に従い、「人に尋ねる」は人が決めます。</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判断の結果</translation>
    </message>
    <message>
        <source>Reused: the task uses the adapters of earlier tasks. Expanded: it also has one of its own.</source>
        <translation>再利用: 以前のタスクのアダプターを使います。拡張: タスク専用のアダプターも持ちます。</translation>
    </message>
    <message>
        <source>nothing is needed: the frozen backbone serves it</source>
        <translation>何も必要ありません: 凍結したバックボーンで足ります</translation>
    </message>
    <message>
        <source>Places kept</source>
        <translation>残した場所</translation>
    </message>
    <message>
        <source>At how many places of the backbone the new adapter stands; those that validation did not need were dropped again.</source>
        <translation>新しいアダプターがバックボーンの何か所に置かれているかを示します。検証で不要だった場所からは取り除きました。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 のうち %1</translation>
    </message>
    <message>
        <source>Loss by dropping</source>
        <translation>取り除いたことによる損失</translation>
    </message>
    <message>
        <source>How much the mean validation loss rose by dropping those places, in nats; below 0 it fell.</source>
        <translation>それらの場所から取り除いたことで検証の平均損失がどれだけ増えたかを示します (単位はナット)。0 未満なら減っています。</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 ナット</translation>
    </message>
    <message>
        <source>The first task has nothing to reuse.</source>
        <translation>最初のタスクには再利用できるものがありません。</translation>
    </message>
    <message>
        <source>paired differences, one-sided 95 %</source>
        <translation>対応のある差、片側 95 %</translation>
    </message>
    <message>
        <source>exact McNemar test, one-sided 95 %</source>
        <translation>正確マクネマー検定、片側 95 %</translation>
    </message>
    <message>
        <source>exact sign test, one-sided 95 %</source>
        <translation>正確符号検定、片側 95 %</translation>
    </message>
    <message>
        <source>A person decided otherwise than the probe suggests.</source>
        <translation>試行の示唆とは異なる判断を人が下しました。</translation>
    </message>
    <message>
        <source>A person decided.</source>
        <translation>人が判断しました。</translation>
    </message>
    <message>
        <source>The policy always expands.</source>
        <translation>方針により常に拡張します。</translation>
    </message>
    <message>
        <source>The policy never expands.</source>
        <translation>方針により拡張しません。</translation>
    </message>
    <message>
        <source>There are no validation samples to measure a gain with, so it was expanded.</source>
        <translation>向上を測るための検証用サンプルがないため、拡張しました。</translation>
    </message>
    <message>
        <source>The gain on validation could be chance and nobody was there to be asked, so nothing was added.</source>
        <translation>検証での向上は偶然かもしれず、尋ねる人もいなかったため、何も追加しませんでした。</translation>
    </message>
    <message>
        <source>The gain on validation could be chance; it was expanded as set.</source>
        <translation>検証での向上は偶然かもしれませんが、設定に従って拡張しました。</translation>
    </message>
    <message>
        <source>The gain on validation could be chance, so nothing was added.</source>
        <translation>検証での向上は偶然かもしれないため、何も追加しませんでした。</translation>
    </message>
    <message>
        <source>Nobody was there to be asked, so it was expanded.</source>
        <translation>尋ねる人がいなかったため、拡張しました。</translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>%1 (±%2)</source>
        <translation>%1 (±%2)</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>reuse</source>
        <translation>再利用</translation>
    </message>
    <message>
        <source>%1 is the first task: there was nothing to reuse, so it learned an adapter.</source>
        <translation>%1 は最初のタスクです。再利用できるものがないため、アダプターを学習しました。</translation>
    </message>
    <message>
        <source>%1 would gain %2 from an adapter of its own. Reused all the same.</source>
        <translation>%1 は専用のアダプターで %2向上しますが、再利用しました。</translation>
    </message>
    <message>
        <source>%1 gains only %2 from an adapter of its own. Expanded all the same.</source>
        <translation>%1 は専用のアダプターでも %2 しか向上しませんが、拡張しました。</translation>
    </message>
    <message>
        <source>%1 needs no adapter: those of earlier tasks do not surely help, and one of its own would bring %2. Nothing added.</source>
        <translation>%1 にアダプターは不要です。以前のタスクのアダプターは確かな助けにならず、専用のアダプターでも向上は %2です。何も追加しませんでした。</translation>
    </message>
    <message>
        <source>%1 needs no adapter. Nothing added.</source>
        <translation>%1 にアダプターは不要です。何も追加しませんでした。</translation>
    </message>
    <message>
        <source>Reuse is enough for %1: an adapter of its own would bring %2. Reused.</source>
        <translation>%1 は再利用で足ります。専用のアダプターによる向上は %2です。再利用しました。</translation>
    </message>
    <message>
        <source>%1 works with the adapters of earlier tasks. Reused.</source>
        <translation>%1 は以前のタスクのアダプターで対応できます。再利用しました。</translation>
    </message>
    <message>
        <source>%1 gains %2 from an adapter of its own. Expanded.</source>
        <translation>%1 は専用のアダプターで %2向上します。拡張しました。</translation>
    </message>
    <message>
        <source>%1 got an adapter of its own. Expanded.</source>
        <translation>%1 に専用のアダプターを追加しました。拡張しました。</translation>
    </message>
    <message>
        <source>%1 decided otherwise than the test, which says %2: “%3”</source>
        <translation>%1 さんが検定 (%2) とは異なる判断をしました: 「%3」</translation>
    </message>
    <message>
        <source>%1 decided.</source>
        <translation>%1 さんが判断しました。</translation>
    </message>
    <message>
        <source>%1 decided: “%2”</source>
        <translation>%1 さんが判断しました: 「%2」</translation>
    </message>
    <message>
        <source>Recommended: expand. %1</source>
        <translation>推奨: 拡張。%1</translation>
    </message>
    <message>
        <source>Recommended: reuse. %1</source>
        <translation>推奨: 再利用。%1</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message numerus="yes">
        <source>Label %n sample(s): %1</source>
        <translation>
            <numerusform>%n 件のサンプルにラベルを付与: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlabel %n sample(s)</source>
        <translation>
            <numerusform>%n 件のサンプルのラベルを取り消し</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n sample(s): %1</source>
        <translation>
            <numerusform>%n 件のサンプルに印を付ける: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note</source>
        <translation>
            <numerusform>メモ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n sample(s)</source>
        <translation>
            <numerusform>%n 件のサンプルを削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n sample(s) from %1</source>
        <translation>
            <numerusform>%1 から %n 件のサンプルを取り込み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept suggestions for %n sample(s)</source>
        <translation>
            <numerusform>%n 件のサンプルの提案を採用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n sample(s) into the part %1</source>
        <translation>
            <numerusform>%n 件のサンプルを区分 %1 に移動</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Second opinion on %n sample(s): %1</source>
        <translation>
            <numerusform>%n 件のサンプルへのセカンドオピニオン: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back the opinion on %n sample(s)</source>
        <translation>
            <numerusform>%n 件のサンプルへの意見を取り下げ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settle %n sample(s): %1</source>
        <translation>
            <numerusform>%n 件のサンプルのラベルを確定: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let findings stand</source>
        <translation>
            <numerusform>指摘をそのままにする</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the class %1</source>
        <translation>
            <numerusform>クラス %1 を追加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rename a class: %1</source>
        <translation>
            <numerusform>クラス名を変更: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge classes: %1</source>
        <translation>
            <numerusform>クラスを統合: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split a class: %1</source>
        <translation>
            <numerusform>クラスを分割: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the class %1</source>
        <translation>
            <numerusform>クラス %1 を削除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move the class %1</source>
        <translation>
            <numerusform>クラス %1 を移動</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key of a class, %1</source>
        <translation>
            <numerusform>クラスのキー: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go back to the version %1</source>
        <translation>
            <numerusform>バージョン %1 に戻す</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Table (CSV)</source>
        <translation>表 (CSV)</translation>
    </message>
    <message>
        <source>Everything: pictures, texts, labels with their weights, splits, groups, notes and review.</source>
        <translation>すべて: 画像、テキスト、重み付きのラベル、区分、グループ、メモ、確認状態。</translation>
    </message>
    <message>
        <source>Folder of class folders</source>
        <translation>クラス別フォルダー</translation>
    </message>
    <message>
        <source>Pictures, their labels and splits; not ids, groups, notes and review.</source>
        <translation>画像とそのラベル、区分。ID、グループ、メモ、確認状態は含みません。</translation>
    </message>
    <message>
        <source>Hugging Face image folder</source>
        <translation>Hugging Face 画像フォルダー</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Label Studio (JSON)</source>
        <translation>Label Studio (JSON)</translation>
    </message>
    <message>
        <source>Pictures, texts, labels, splits, groups, notes and review; no weights of labels.</source>
        <translation>画像、テキスト、ラベル、区分、グループ、メモ、確認状態。ラベルの重みは含みません。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>n/a</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>定義なし</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>The share of test samples that are answered rightly.</source>
        <translation>テスト用サンプルのうち、正しく回答されたものの割合です。</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>アダプター</translation>
    </message>
    <message>
        <source>A small network that is put into the frozen backbone and learns what one task needs; everything around it stays as it is.</source>
        <translation>凍結したバックボーンに組み込む小さなネットワークです。1 つのタスクに必要なことだけを学び、周りは変わりません。</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>エイリアス</translation>
    </message>
    <message>
        <source>A name such as &quot;production&quot; that always stands for one version of a model and can be moved to another.</source>
        <translation>「production」のように、常にモデルの 1 つのバージョンを指す名前です。別のバージョンに付け替えられます。</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>監査証跡</translation>
    </message>
    <message>
        <source>The list of all decisions with who, when and why, chained so that a later change to it is found.</source>
        <translation>すべての判断を、誰が、いつ、なぜ下したかとともに記録した一覧です。後からの書き換えが分かるように連鎖しています。</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>The large network under all tasks, trained beforehand; it is frozen and shared.</source>
        <translation>すべてのタスクの土台となる、あらかじめ学習された大きなネットワークです。凍結したまま共有します。</translation>
    </message>
    <message>
        <source>Backward transfer</source>
        <translation>後方転移</translation>
    </message>
    <message>
        <source>How much learning later tasks changed the score of earlier ones; below zero it is a loss.</source>
        <translation>後のタスクの学習によって、以前のタスクのスコアがどれだけ変わったかを示します。0 未満なら低下です。</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基準</translation>
    </message>
    <message>
        <source>The run that all others are compared with.</source>
        <translation>ほかのすべての実行と比べるもとになる実行です。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>較正</translation>
    </message>
    <message>
        <source>Correcting confidences so that of all answers given with 80 % about 80 in 100 are right.</source>
        <translation>80 % の確信度で答えた 100 件のうち約 80 件が正解になるように、確信度を補正することです。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
    <message>
        <source>What a training keeps on disk from time to time, so that it can go on from there.</source>
        <translation>学習を途中から続けられるように、ときどきディスクに保存するものです。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>One of the answers that a task can give.</source>
        <translation>タスクが出せる答えの 1 つです。</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>確信度</translation>
    </message>
    <message>
        <source>How probable the model takes its own answer to be.</source>
        <translation>モデルが自分の答えを正しいと見積もる確率です。</translation>
    </message>
    <message>
        <source>Confidence interval</source>
        <translation>信頼区間</translation>
    </message>
    <message>
        <source>The range in which a figure would lie in 95 of 100 repetitions with other test samples or seeds.</source>
        <translation>別のテスト用サンプルやシードで 100 回繰り返したとき、95 回は値が収まる範囲です。</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混同</translation>
    </message>
    <message>
        <source>A table of which class was taken for which other one, and how often.</source>
        <translation>どのクラスがどのクラスと、何回間違えられたかを示す表です。</translation>
    </message>
    <message>
        <source>Continual learning</source>
        <translation>継続学習</translation>
    </message>
    <message>
        <source>Learning task after task without training again on everything that came before.</source>
        <translation>以前のすべてを学び直すことなく、タスクを次々に学習することです。</translation>
    </message>
    <message>
        <source>Data version</source>
        <translation>データのバージョン</translation>
    </message>
    <message>
        <source>What a dataset was like at one moment, so that a result can be traced to the samples it came from.</source>
        <translation>ある時点でのデータセットの状態です。結果がどのサンプルから得られたかをたどれます。</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Samples of one kind that belong together, with their labels.</source>
        <translation>同じ種類でまとまったサンプルと、そのラベルの集まりです。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>One pass of a training through all training samples of a task.</source>
        <translation>タスクの学習用サンプルすべてを一巡する学習です。</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>To give a task an adapter of its own because reuse is not enough.</source>
        <translation>再利用では足りないために、タスク専用のアダプターを追加することです。</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>ファインチューニング</translation>
    </message>
    <message>
        <source>Training weights further on a new task; what earlier tasks needed may be overwritten.</source>
        <translation>新しいタスクで重みをさらに学習することです。以前のタスクに必要なものが上書きされることがあります。</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>忘却</translation>
    </message>
    <message>
        <source>How many points a task lost since it was learned because others were learned after it.</source>
        <translation>ほかのタスクを後から学習したために、タスクのスコアが学習直後から何ポイント下がったかを示します。</translation>
    </message>
    <message>
        <source>Forward transfer</source>
        <translation>前方転移</translation>
    </message>
    <message>
        <source>How much earlier tasks help a new one before it adds anything.</source>
        <translation>新しいタスクが何も追加しないうちに、以前のタスクがどれだけ役立つかを示します。</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>What decides for each sample how strongly each adapter has a say.</source>
        <translation>それぞれのアダプターをどれだけ強く効かせるかを、サンプルごとに決めるものです。</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>The last layer of a task: it turns what the network sees into an answer.</source>
        <translation>タスクの最後の層です。ネットワークがとらえたものを答えに変えます。</translation>
    </message>
    <message>
        <source>Joint training</source>
        <translation>同時学習</translation>
    </message>
    <message>
        <source>Training on all tasks at once: dear, but what continual learning is measured against.</source>
        <translation>すべてのタスクを一度に学習することです。費用はかかりますが、継続学習を評価する目安になります。</translation>
    </message>
    <message>
        <source>Knowledge map</source>
        <translation>知識マップ</translation>
    </message>
    <message>
        <source>Which earlier adapter serves which task: how much worse the task gets when that adapter is left out.</source>
        <translation>以前のどのアダプターがどのタスクに役立っているかを示します。そのアダプターを外すと、タスクがどれだけ悪くなるかで測ります。</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>The right answer for a sample, as a person gave it.</source>
        <translation>人がサンプルに付けた正しい答えです。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>What training makes small: it is high where wrong answers are given with confidence.</source>
        <translation>学習で小さくしていく値です。自信を持って間違えると大きくなります。</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>新規性</translation>
    </message>
    <message>
        <source>How far the samples of a new task lie from those of the tasks learned before.</source>
        <translation>新しいタスクのサンプルが、これまでに学習したタスクのサンプルからどれだけ離れているかを示します。</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>パレートフロント</translation>
    </message>
    <message>
        <source>The runs that no other run beats in accuracy, size and time at once.</source>
        <translation>正解率、サイズ、時間のすべてで上回る実行がほかにない実行の集まりです。</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>The difference between two percentages: from 80 % to 77 % are 3 points.</source>
        <translation>2 つのパーセント値の差です。80 % から 77 % への変化は 3 ポイントです。</translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation>再利用</translation>
    </message>
    <message>
        <source>To serve a new task with the adapters of earlier tasks and add nothing but a head.</source>
        <translation>新しいタスクに以前のタスクのアダプターを使い、ヘッドのほかは何も追加しないことです。</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>頑健性</translation>
    </message>
    <message>
        <source>How well answers stay right when samples get worse, by noise, blur or typing errors.</source>
        <translation>ノイズ、ぼけ、誤字などでサンプルの質が下がっても、正しく答えられる度合いです。</translation>
    </message>
    <message>
        <source>Return on investment (ROI)</source>
        <translation>投資対効果 (ROI)</translation>
    </message>
    <message>
        <source>What is gained by a model in relation to what it costs.</source>
        <translation>モデルの費用に対して、どれだけの利益が得られるかを示します。</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Putting the earlier version of a model back in its place.</source>
        <translation>モデルを以前のバージョンに戻すことです。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>One training of a sequence with one strategy, one seed and its settings.</source>
        <translation>1 つの手法、1 つのシード、その設定による、シーケンス 1 回分の学習です。</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>One picture, one text or one question about a picture.</source>
        <translation>1 枚の画像、1 つのテキスト、または画像についての 1 つの質問です。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The number from which all random choices of a run come; several seeds show what is chance.</source>
        <translation>実行の中のすべてのランダムな選択のもとになる数です。複数のシードを使うと、何が偶然かが分かります。</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>Tasks in the order in which they are learned.</source>
        <translation>タスクを学習する順番に並べたものです。</translation>
    </message>
    <message>
        <source>Significance</source>
        <translation>有意性</translation>
    </message>
    <message>
        <source>Whether a difference is too large to be chance alone.</source>
        <translation>差が、偶然だけでは説明できないほど大きいかどうかを示します。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>What a sample is for: training, validation or test.</source>
        <translation>サンプルの用途です。学習用、検証用、テスト用があります。</translation>
    </message>
    <message>
        <source>Stability gap</source>
        <translation>安定性ギャップ</translation>
    </message>
    <message>
        <source>A drop in the score of an old task while a new one is being learned, even if it recovers afterwards.</source>
        <translation>新しいタスクを学習している間の、以前のタスクのスコアの落ち込みです。後で回復する場合も含みます。</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>One of the two parts of learning a task: first reuse what is known, then add only what is missing.</source>
        <translation>タスクの学習の 2 つの部分の 1 つです。まず知っていることを再利用し、次に足りないものだけを追加します。</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>A way to learn task after task: what is trained, what is kept, what is added.</source>
        <translation>タスクを次々に学習する方法です。何を学習し、何を残し、何を追加するかが異なります。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>One question that is to be answered: a dataset with its classes and fixed splits.</source>
        <translation>答えを出すべき 1 つの問題です。クラスと固定された区分を持つデータセットから作ります。</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>テスト用サンプル</translation>
    </message>
    <message>
        <source>Samples that are never trained on; every score comes from them.</source>
        <translation>決して学習に使わないサンプルです。すべてのスコアはこのサンプルから求めます。</translation>
    </message>
    <message>
        <source>Validation samples</source>
        <translation>検証用サンプル</translation>
    </message>
    <message>
        <source>Samples by which a training decides when to stop and what to keep; they are not trained on.</source>
        <translation>学習をいつ終え、何を残すかを決めるためのサンプルです。学習には使いません。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Looking at &quot;%1&quot;</source>
        <translation>「%1」を調べています</translation>
    </message>
    <message>
        <source>All that can be imported</source>
        <translation>取り込めるものすべて</translation>
    </message>
    <message>
        <source>Tables (csv, tsv, jsonl, json)</source>
        <translation>表 (csv、tsv、jsonl、json)</translation>
    </message>
    <message>
        <source>Archives (zip, tar, 7z)</source>
        <translation>アーカイブ (zip、tar、7z)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Table (CSV)</source>
        <translation>表 (CSV)</translation>
    </message>
    <message>
        <source>Table with tabs (TSV)</source>
        <translation>タブ区切りの表 (TSV)</translation>
    </message>
    <message>
        <source>Folder of class folders</source>
        <translation>クラス別フォルダー</translation>
    </message>
    <message>
        <source>Hugging Face image folder</source>
        <translation>Hugging Face 画像フォルダー</translation>
    </message>
    <message>
        <source>IDX files (MNIST)</source>
        <translation>IDX ファイル (MNIST)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Label Studio (JSON)</source>
        <translation>Label Studio (JSON)</translation>
    </message>
    <message>
        <source>Questions about pictures (VQA)</source>
        <translation>画像についての質問 (VQA)</translation>
    </message>
</context>
<context>
    <name>Interval</name>
    <message>
        <source>paired bootstrap over test samples within tasks, 95 %</source>
        <translation>タスクごとのテスト用サンプルによる対応のあるブートストラップ、95 %</translation>
    </message>
    <message>
        <source>bootstrap over test samples, 95 %</source>
        <translation>テスト用サンプルによるブートストラップ、95 %</translation>
    </message>
    <message>
        <source>t interval over seeds, 95 %</source>
        <translation>シードによる t 区間、95 %</translation>
    </message>
    <message>
        <source>exact McNemar test over pairs of answers</source>
        <translation>回答の対による正確マクネマー検定</translation>
    </message>
    <message>
        <source>paired bootstrap over test samples, 95 %</source>
        <translation>テスト用サンプルによる対応のあるブートストラップ、95 %</translation>
    </message>
</context>
<context>
    <name>MapColours</name>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>The label a sample carries; of several the first</source>
        <translation>サンプルのラベル (複数あれば最初のもの)</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Training, validation or test: all should cover the whole map</source>
        <translation>学習用、検証用、テスト用: どれもマップ全体に広がっているべきです</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Where a sample stands in review</source>
        <translation>サンプルの確認状態</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>指摘</translation>
    </message>
    <message>
        <source>What the quality checks found; of several the gravest</source>
        <translation>品質チェックで見つかったもの (複数あれば最も重大なもの)</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>Which label is suggested for what has none</source>
        <translation>ラベルのないサンプルに提案されるラベル</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>疑わしさ</translation>
    </message>
    <message>
        <source>How probable the label is, or what is suggested in its place</source>
        <translation>ラベルの確からしさ、または代わりに提案されるラベル</translation>
    </message>
    <message numerus="yes">
        <source>other (%n classes)</source>
        <translation>
            <numerusform>その他 (%n クラス)</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>指摘なし</translation>
    </message>
    <message>
        <source>label looks wrong</source>
        <translation>ラベルが誤りの可能性</translation>
    </message>
    <message>
        <source>below 50 %</source>
        <translation>50 % 未満</translation>
    </message>
    <message>
        <source>50 to 90 %</source>
        <translation>50 ～ 90 %</translation>
    </message>
    <message>
        <source>90 % and more</source>
        <translation>90 % 以上</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>labelled, or nothing suggested</source>
        <translation>ラベルあり、または提案なし</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>It cannot be computed from what was measured.</source>
        <translation>測定されたものからは計算できません。</translation>
    </message>
    <message>
        <source>Average accuracy</source>
        <translation>平均正解率</translation>
    </message>
    <message>
        <source>How well all tasks are answered after the last one was learned.</source>
        <translation>最後のタスクを学習した後に、すべてのタスクにどれだけ正しく答えられるかを示します。</translation>
    </message>
    <message>
        <source>Average incremental accuracy</source>
        <translation>平均増分正解率</translation>
    </message>
    <message>
        <source>The average accuracy after each task, averaged over the tasks.</source>
        <translation>各タスクの学習後の平均正解率を、すべてのタスクで平均したものです。</translation>
    </message>
    <message>
        <source>Plasticity</source>
        <translation>可塑性</translation>
    </message>
    <message>
        <source>How well tasks are answered right after they were learned.</source>
        <translation>タスクを学習した直後に、どれだけ正しく答えられるかを示します。</translation>
    </message>
    <message>
        <source>Intransigence</source>
        <translation>非柔軟性</translation>
    </message>
    <message>
        <source>What learning one after the other costs against learning all tasks at once. Below 0 it gains.</source>
        <translation>すべてのタスクの同時学習と比べて、順番に学習することで失うものです。0 未満なら得をしています。</translation>
    </message>
    <message>
        <source>This score was not taken when the run was evaluated.</source>
        <translation>このスコアは、実行の評価のときに求められていません。</translation>
    </message>
    <message>
        <source>Recall of the weakest class</source>
        <translation>最も弱いクラスの再現率</translation>
    </message>
    <message>
        <source>The share of its samples that the class found least often is given; the list has every class.</source>
        <translation>見つけられた割合が最も低いクラスの、その割合です。一覧にはすべてのクラスがあります。</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>較正誤差</translation>
    </message>
    <message>
        <source>How far the confidence is from the share of right answers: with 0, answers given with 80 % are right 8 times in 10.</source>
        <translation>確信度が正解の割合からどれだけずれているかを示します。0 なら、80 % で答えた 10 件のうち 8 件が正解です。</translation>
    </message>
    <message>
        <source>Answers of several labels have no one confidence.</source>
        <translation>複数のラベルを持つ回答には、1 つの確信度がありません。</translation>
    </message>
    <message>
        <source>Adapter parameters</source>
        <translation>アダプターのパラメーター</translation>
    </message>
    <message>
        <source>Numbers that the tasks added to the network, without their heads.</source>
        <translation>タスクがネットワークに追加した数値の個数です (ヘッドを除く)。</translation>
    </message>
    <message>
        <source>Head parameters</source>
        <translation>ヘッドのパラメーター</translation>
    </message>
    <message>
        <source>Numbers in the tasks&apos; heads, which every strategy needs.</source>
        <translation>タスクのヘッドにある数値の個数です。どの手法でも必要です。</translation>
    </message>
    <message>
        <source>Size added</source>
        <translation>追加されたサイズ</translation>
    </message>
    <message>
        <source>What the tasks&apos; packages take on disk. The backbone is shared and not counted.</source>
        <translation>タスクのパッケージがディスクで占める大きさです。バックボーンは共有されるため含みません。</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>Of the clock of the machine it was trained on.</source>
        <translation>学習したコンピューターの時計で測った時間です。</translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation>学習速度</translation>
    </message>
    <message>
        <source>Training samples a second, each task weighted by its time.</source>
        <translation>1 秒あたりの学習用サンプル数です。各タスクをその時間で重み付けしています。</translation>
    </message>
    <message>
        <source>No training time was measured.</source>
        <translation>学習時間が測定されていません。</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>最大メモリー</translation>
    </message>
    <message>
        <source>The most memory the process held while a task was being learned.</source>
        <translation>タスクの学習中に使った最大のメモリーです。</translation>
    </message>
    <message>
        <source>Time for an answer</source>
        <translation>回答時間</translation>
    </message>
    <message>
        <source>Milliseconds of an evaluation for one test sample, in batches.</source>
        <translation>評価をまとめて行ったときの、テスト用サンプル 1 件あたりのミリ秒です。</translation>
    </message>
    <message>
        <source>Backward transfer</source>
        <translation>後方転移</translation>
    </message>
    <message>
        <source>What learning later tasks did to the old ones. Below 0 they became worse. Lopez-Paz and Ranzato 2017.</source>
        <translation>後のタスクの学習が以前のタスクに与えた影響です。0 未満なら悪くなっています。Lopez-Paz and Ranzato 2017。</translation>
    </message>
    <message>
        <source>Forgetting, from first</source>
        <translation>忘却 (学習直後から)</translation>
    </message>
    <message>
        <source>The score of old tasks right after they were learned, less the score now. Below 0 they became better; it is never set to 0.</source>
        <translation>以前のタスクの学習直後のスコアから、現在のスコアを引いたものです。0 未満なら良くなっています。0 に切り上げることはありません。</translation>
    </message>
    <message>
        <source>Forgetting, from best</source>
        <translation>忘却 (最高値から)</translation>
    </message>
    <message>
        <source>The best score an old task ever had before the last one was learned, less the score now. Below 0 it is better than ever; it is never set to 0. Chaudhry and others 2018.</source>
        <translation>最後のタスクを学習する前の、以前のタスクの最高のスコアから、現在のスコアを引いたものです。0 未満なら過去最高です。0 に切り上げることはありません。Chaudhry ほか 2018。</translation>
    </message>
    <message>
        <source>Forgetting, relative (T_F)</source>
        <translation>忘却 (相対値、T_F)</translation>
    </message>
    <message>
        <source>How much of what a task was better than guessing is gone. Tasks that were learned no better than guessing, within one standard error, are left out. CLiMB 2022.</source>
        <translation>当て推量を上回っていた分のうち、どれだけが失われたかを示します。標準誤差 1 つ分の範囲で当て推量と変わらなかったタスクは除きます。CLiMB 2022。</translation>
    </message>
    <message>
        <source>Each old task was learned less than one standard error above guessing: there is nothing to divide by.</source>
        <translation>以前のどのタスクも、当て推量を標準誤差 1 つ分も上回らずに学習されています。割るものがありません。</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>安定性</translation>
    </message>
    <message>
        <source>The part of their first score that old tasks have kept: 1 is all of it.</source>
        <translation>以前のタスクが最初のスコアのどれだけを保っているかを示します。1 ならすべて保っています。</translation>
    </message>
    <message>
        <source>Each old task had the score 0 when it was learned.</source>
        <translation>以前のどのタスクも、学習時のスコアが 0 でした。</translation>
    </message>
    <message>
        <source>Minimum accuracy</source>
        <translation>最低正解率</translation>
    </message>
    <message>
        <source>The lowest score each old task had after any later task was learned. Dips within the learning of a task are the stability gap&apos;s.</source>
        <translation>後のタスクを学習した後の、以前のタスクそれぞれの最低スコアです。タスクの学習中の落ち込みは安定性ギャップで示します。</translation>
    </message>
    <message>
        <source>Stability gap</source>
        <translation>安定性ギャップ</translation>
    </message>
    <message>
        <source>How deep old tasks fall on validation while a new one is being learned, V_i[j] at step s of task i, even when they recover. De Lange and others 2023.</source>
        <translation>新しいタスクの学習中に、検証で以前のタスクがどこまで落ち込むかを示します。V_i[j] はタスク i の学習のステップ s での値で、後で回復する場合も含みます。De Lange ほか 2023。</translation>
    </message>
    <message>
        <source>a learned task</source>
        <translation>学習済みのタスク</translation>
    </message>
    <message>
        <source>No task has been learned yet.</source>
        <translation>まだどのタスクも学習されていません。</translation>
    </message>
    <message>
        <source>two learned tasks</source>
        <translation>学習済みの 2 つのタスク</translation>
    </message>
    <message>
        <source>It takes two learned tasks: one of them has to be an old one.</source>
        <translation>学習済みのタスクが 2 つ必要です。そのうち 1 つは以前のタスクでなければなりません。</translation>
    </message>
    <message>
        <source>scores of tasks before they are learned</source>
        <translation>学習前のタスクのスコア</translation>
    </message>
    <message>
        <source>No task was evaluated before it was learned: it has no head until then.</source>
        <translation>学習前に評価されたタスクはありません。学習するまでヘッドがないためです。</translation>
    </message>
    <message>
        <source>what guessing scores</source>
        <translation>当て推量でのスコア</translation>
    </message>
    <message>
        <source>It is not stored what guessing scores on these tasks.</source>
        <translation>これらのタスクの当て推量でのスコアは保存されていません。</translation>
    </message>
    <message>
        <source>a single-task run</source>
        <translation>単独学習の実行</translation>
    </message>
    <message>
        <source>It takes a finished run of the strategy single-task over the same tasks, with the same seed, backbone and number of samples.</source>
        <translation>同じタスクについて、同じシード、バックボーン、サンプル数で完了した、手法 single-task の実行が必要です。</translation>
    </message>
    <message>
        <source>a joint run</source>
        <translation>同時学習の実行</translation>
    </message>
    <message>
        <source>It takes a finished run of the strategy joint over the same tasks, with the same seed, backbone and number of samples.</source>
        <translation>同じタスクについて、同じシード、バックボーン、サンプル数で完了した、手法 joint の実行が必要です。</translation>
    </message>
    <message>
        <source>a run with few samples a task</source>
        <translation>タスクあたりのサンプルが少ない実行</translation>
    </message>
    <message>
        <source>No task after the first was learned from fewer samples than it has.</source>
        <translation>最初のタスクより後で、持っているサンプルより少ない数で学習されたタスクはありません。</translation>
    </message>
    <message>
        <source>scores of old tasks while a new one is learned</source>
        <translation>新しいタスクの学習中の、以前のタスクのスコア</translation>
    </message>
    <message>
        <source>No old task was evaluated while another was being learned.</source>
        <translation>ほかのタスクの学習中に評価された以前のタスクはありません。</translation>
    </message>
    <message>
        <source>stored answers</source>
        <translation>保存された回答</translation>
    </message>
    <message>
        <source>The answers to the test samples are not stored.</source>
        <translation>テスト用サンプルへの回答が保存されていません。</translation>
    </message>
    <message>
        <source>the same run with other numbers of samples</source>
        <translation>サンプル数だけが異なる同じ実行</translation>
    </message>
    <message>
        <source>It takes finished runs of the same strategy, seed and settings with other limits of training samples.</source>
        <translation>手法、シード、設定が同じで、学習用サンプルの上限だけが異なる完了した実行が必要です。</translation>
    </message>
    <message>
        <source>The single-task run is less than one standard error above guessing on each task: there is nothing to divide by.</source>
        <translation>単独学習の実行は、どのタスクでも当て推量を標準誤差 1 つ分も上回っていません。割るものがありません。</translation>
    </message>
    <message>
        <source>Forward transfer</source>
        <translation>前方転移</translation>
    </message>
    <message>
        <source>How much better than guessing a task is answered before it is learned. Lopez-Paz and Ranzato 2017.</source>
        <translation>学習前のタスクに、当て推量よりどれだけ正しく答えられるかを示します。Lopez-Paz and Ranzato 2017。</translation>
    </message>
    <message>
        <source>Transfer, relative (T_UK)</source>
        <translation>転移 (相対値、T_UK)</translation>
    </message>
    <message>
        <source>What knowing earlier tasks adds to a task, in percent of what learning it alone reaches above guessing. Tasks that are learned alone no better than guessing, within one standard error, are left out. CLiMB 2022.</source>
        <translation>以前のタスクを知っていることで、タスクがどれだけ良くなるかを示します。単独で学習したときに当て推量を上回る分に対するパーセントです。標準誤差 1 つ分の範囲で当て推量と変わらないタスクは除きます。CLiMB 2022。</translation>
    </message>
    <message>
        <source>Low-shot transfer (T_LS)</source>
        <translation>少数サンプルでの転移 (T_LS)</translation>
    </message>
    <message>
        <source>The same over the tasks after the first that were learned from only a part of their samples, against single-task runs with as few. CLiMB 2022.</source>
        <translation>最初のタスクより後で、サンプルの一部だけから学習されたタスクについて、同じ少なさの単独学習の実行と比べたものです。CLiMB 2022。</translation>
    </message>
    <message>
        <source>Data efficiency</source>
        <translation>データ効率</translation>
    </message>
    <message>
        <source>The average accuracy with the fewest labels, as a part of that with the most; the table has one row for each number that was tried.</source>
        <translation>ラベルが最も少ないときの平均正解率を、最も多いときの平均正解率で割ったものです。表には、試した数ごとに 1 行があります。</translation>
    </message>
</context>
<context>
    <name>MeasureWords</name>
    <message>
        <source>%1 a second</source>
        <translation>%1 / 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>%1が必要です。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Another task is learned on top of what the run knows, as if it had been the next one of its sequence.</source>
        <translation>実行が知っていることの上に、シーケンスの次のタスクであったかのように別のタスクを学習します。</translation>
    </message>
    <message>
        <source>Only the task&apos;s head and its queries are learned anew; adapters stay.</source>
        <translation>タスクのヘッドとクエリだけを新しく学習します。アダプターはそのままです。</translation>
    </message>
    <message>
        <source>The task is learned once more on top of what the run knows, as a task of its own beside its older version.</source>
        <translation>実行が知っていることの上に、このタスクをもう一度、古いバージョンと並ぶ別のタスクとして学習します。</translation>
    </message>
    <message>
        <source>The task is learned alone, without what the run knows: for comparison.</source>
        <translation>比較のために、実行が知っていることを使わず、このタスクだけを学習します。</translation>
    </message>
</context>
<context>
    <name>PageRegistry</name>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試す</translation>
    </message>
</context>
<context>
    <name>ParetoPanel</name>
    <message>
        <source>points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>thousands</source>
        <translation>千</translation>
    </message>
</context>
<context>
    <name>Perturbation</name>
    <message>
        <source>Blur</source>
        <translation>ぼけ</translation>
    </message>
    <message>
        <source>The picture is out of focus.</source>
        <translation>画像のピントが合っていません。</translation>
    </message>
    <message>
        <source>% of the shorter side</source>
        <translation>短辺に対する %</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Half of the pictures are brighter, half are darker.</source>
        <translation>半分の画像を明るく、半分を暗くします。</translation>
    </message>
    <message>
        <source>% of full brightness</source>
        <translation>最大の明るさに対する %</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>Light and dark are nearer to each other, as in fog.</source>
        <translation>霧の中のように、明るいところと暗いところの差が小さくなります。</translation>
    </message>
    <message>
        <source>% of the contrast taken away</source>
        <translation>取り除いたコントラストの %</translation>
    </message>
    <message>
        <source>Missing words</source>
        <translation>単語の欠落</translation>
    </message>
    <message>
        <source>Words are left out of texts and questions; options stay as they are.</source>
        <translation>テキストと質問から単語を取り除きます。選択肢はそのままです。</translation>
    </message>
    <message>
        <source>% of the words</source>
        <translation>単語に対する %</translation>
    </message>
    <message>
        <source>Worst features (FGSM)</source>
        <translation>最悪の特徴量 (FGSM)</translation>
    </message>
    <message>
        <source>Every feature that the task&apos;s head is given is moved a little in the direction that hurts the answer most. The picture or text itself is not changed: it tells how near answers lie to the border between two classes.</source>
        <translation>タスクのヘッドに渡されるすべての特徴量を、回答が最も悪くなる方向へ少しずつ動かします。画像やテキスト自体は変えません。回答が 2 つのクラスの境界にどれだけ近いかが分かります。</translation>
    </message>
    <message>
        <source>standard deviations of a feature</source>
        <translation>特徴量の標準偏差</translation>
    </message>
    <message>
        <source>Worst pixels (FGSM)</source>
        <translation>最悪の画素 (FGSM)</translation>
    </message>
    <message>
        <source>Every pixel is moved a little in the direction that hurts the answer most: an attack by somebody who knows the network. For networks that take pixels.</source>
        <translation>すべての画素を、回答が最も悪くなる方向へ少しずつ動かします。ネットワークを知る人による攻撃にあたります。画素を受け取るネットワーク向けです。</translation>
    </message>
    <message>
        <source>grey levels of 255</source>
        <translation>255 段階の濃淡</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Every pixel is changed at random, as by a camera in poor light.</source>
        <translation>暗いところで撮ったカメラのように、すべての画素をランダムに変えます。</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>隠れ</translation>
    </message>
    <message>
        <source>A grey rectangle covers a part of the picture.</source>
        <translation>灰色の長方形で画像の一部を隠します。</translation>
    </message>
    <message>
        <source>% of the picture</source>
        <translation>画像に対する %</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>The picture is turned to the left or to the right.</source>
        <translation>画像を左または右に回します。</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>度</translation>
    </message>
    <message>
        <source>Typing mistakes</source>
        <translation>誤字</translation>
    </message>
    <message>
        <source>Letters of texts and questions are taken for a neighbour, swapped, doubled or left out; options stay as they are.</source>
        <translation>テキストと質問の文字を、隣の文字との取り違え、入れ替え、重複、脱落で変えます。選択肢はそのままです。</translation>
    </message>
    <message>
        <source>% of the letters</source>
        <translation>文字に対する %</translation>
    </message>
</context>
<context>
    <name>QualityCheck</name>
    <message>
        <source>Spellings of one class</source>
        <translation>1 つのクラスの表記ゆれ</translation>
    </message>
    <message>
        <source>%1 are probably one class.</source>
        <translation>%1 は、おそらく同じクラスです。</translation>
    </message>
    <message>
        <source>Two names of one thing are learned as two things. Merge them.</source>
        <translation>同じものに名前が 2 つあると、別のものとして学習されます。統合してください。</translation>
    </message>
    <message>
        <source>Classes with few samples</source>
        <translation>サンプルの少ないクラス</translation>
    </message>
    <message>
        <source>“%1” has only %2 samples.</source>
        <translation>「%1」のサンプルは %2 件しかありません。</translation>
    </message>
    <message>
        <source>Fewer than ten samples are hard to learn from and harder to test on. Label more of them, or delete the class.</source>
        <translation>10 件未満のサンプルでは学習が難しく、テストはさらに困難です。もっとラベルを付けるか、クラスを削除してください。</translation>
    </message>
    <message>
        <source>Rare classes</source>
        <translation>まれなクラス</translation>
    </message>
    <message>
        <source>“%1” has %2 samples, less than a tenth of the largest class.</source>
        <translation>「%1」のサンプルは %2 件で、最大のクラスの 10 分の 1 未満です。</translation>
    </message>
    <message>
        <source>Training weighs rare classes up by itself. Read the F1 score, not the accuracy, and label more of them where you can.</source>
        <translation>学習では、まれなクラスが自動的に重く扱われます。正解率ではなく F1 スコアを見て、できればもっとラベルを付けてください。</translation>
    </message>
    <message>
        <source>Empty classes</source>
        <translation>空のクラス</translation>
    </message>
    <message>
        <source>No sample carries “%1”.</source>
        <translation>「%1」のサンプルはありません。</translation>
    </message>
    <message>
        <source>A class without samples is in no task. Delete it, or let it stand for what is still to come.</source>
        <translation>サンプルのないクラスは、どのタスクにも入りません。削除するか、これから来るデータのために残してください。</translation>
    </message>
    <message>
        <source>Contradictory labels</source>
        <translation>矛盾するラベル</translation>
    </message>
    <message>
        <source>%n samples show the same and are labelled %1.</source>
        <translation>%n 件のサンプルは内容が同じですが、ラベルが %1 と分かれています。</translation>
    </message>
    <message>
        <source>The same cannot be two things. Label them alike, or flag them until somebody decides: no task uses disputed samples.</source>
        <translation>同じものが 2 つの答えを持つことはできません。ラベルをそろえるか、誰かが決めるまで保留にしてください。保留のサンプルはどのタスクでも使いません。</translation>
    </message>
    <message>
        <source>Copies in several parts</source>
        <translation>複数の区分にあるコピー</translation>
    </message>
    <message>
        <source>%n copies lie in different parts of the data.</source>
        <translation>%n 件のコピーが、データの異なる区分にあります。</translation>
    </message>
    <message>
        <source>A test sample that was trained on makes the test say too much. Keep the one in the test part and remove the others.</source>
        <translation>学習に使われたサンプルがテストにもあると、テストの結果が良く出すぎます。テスト用の 1 件を残し、ほかを削除してください。</translation>
    </message>
    <message>
        <source>Look-alikes in several parts</source>
        <translation>複数の区分にあるそっくりな画像</translation>
    </message>
    <message>
        <source>%n pictures look almost the same and lie in different parts.</source>
        <translation>ほとんど同じに見える %n 枚の画像が、異なる区分にあります。</translation>
    </message>
    <message>
        <source>Shots of one scene in training and test make the test say too much. Look at them; remove all but the one in the test part.</source>
        <translation>同じ場面の画像が学習用とテスト用の両方にあると、テストの結果が良く出すぎます。見比べて、テスト用の 1 枚を残して削除してください。</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>%n samples show the same.</source>
        <translation>%n 件のサンプルは内容が同じです。</translation>
    </message>
    <message>
        <source>Copies count double and teach nothing new. Keep one.</source>
        <translation>コピーは二重に数えられ、新しいことを教えません。1 件を残してください。</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>そっくりな画像</translation>
    </message>
    <message>
        <source>%n pictures look almost the same.</source>
        <translation>%n 枚の画像はほとんど同じに見えます。</translation>
    </message>
    <message>
        <source>The same picture saved anew, or shots of one scene. Keep one, or let them stand if each matters.</source>
        <translation>同じ画像を保存し直したもの、または同じ場面の画像です。1 枚を残すか、それぞれに意味があればそのままにしてください。</translation>
    </message>
    <message>
        <source>Missing pictures</source>
        <translation>見つからない画像</translation>
    </message>
    <message>
        <source>The pictures of %n samples cannot be read any more.</source>
        <translation>%n 件のサンプルの画像が読み込めなくなっています。</translation>
    </message>
    <message>
        <source>Linked files were moved or deleted. Put them back where they were, or remove the samples.</source>
        <translation>リンクしたファイルが移動または削除されています。元の場所に戻すか、サンプルを削除してください。</translation>
    </message>
    <message>
        <source>Labels that look wrong</source>
        <translation>誤りらしいラベル</translation>
    </message>
    <message>
        <source>%n labels contradict what is learned from all the others.</source>
        <translation>%n 件のラベルは、ほかのすべてから学べることと矛盾しています。</translation>
    </message>
    <message>
        <source>Classifiers that have not seen the sample find its label unlikely and another one likely (confident learning). Take the suggestion (Enter), or verify the label (V): the most doubtful come first.</source>
        <translation>そのサンプルを見ていない分類器が、付いているラベルをありそうにないと判断し、別のラベルを示しています (confident learning)。提案を採用する (Enter) か、ラベルを確認済みにして (V) ください。疑わしいものから順に並んでいます。</translation>
    </message>
    <message>
        <source>Unlike all others</source>
        <translation>ほかと似ていないもの</translation>
    </message>
    <message>
        <source>%n samples are far from every other in this dataset.</source>
        <translation>%n 件のサンプルは、このデータセットのほかのすべてから離れています。</translation>
    </message>
    <message>
        <source>Strays, broken shots, or samples that somebody slipped in. Being rare is no fault in itself: look before you leave one out.</source>
        <translation>紛れ込んだもの、撮影の失敗、誰かが混ぜたサンプルなどです。まれであること自体は問題ではありません。除く前に見てください。</translation>
    </message>
    <message>
        <source>What cannot be seen cannot be learned. Skip what is of no use, verify what is as it should be.</source>
        <translation>見えないものは学べません。役に立たないものはスキップし、これでよいものは確認済みにしてください。</translation>
    </message>
    <message>
        <source>Dark pictures</source>
        <translation>暗い画像</translation>
    </message>
    <message>
        <source>%n pictures are dark.</source>
        <translation>%n 枚の画像が暗すぎます。</translation>
    </message>
    <message>
        <source>Almost white pictures</source>
        <translation>ほぼ真っ白な画像</translation>
    </message>
    <message>
        <source>%n pictures are almost white.</source>
        <translation>%n 枚の画像がほぼ真っ白です。</translation>
    </message>
    <message>
        <source>Blurred pictures</source>
        <translation>ぼけた画像</translation>
    </message>
    <message>
        <source>%n pictures are blurred.</source>
        <translation>%n 枚の画像がぼけています。</translation>
    </message>
    <message>
        <source>Almost empty pictures</source>
        <translation>ほとんど何も写っていない画像</translation>
    </message>
    <message>
        <source>%n pictures show next to nothing.</source>
        <translation>%n 枚の画像にはほとんど何も写っていません。</translation>
    </message>
    <message>
        <source>Tiny pictures and strips</source>
        <translation>小さすぎる画像、細長い画像</translation>
    </message>
    <message>
        <source>%n pictures are tiny, or thin strips.</source>
        <translation>%n 枚の画像が小さすぎるか、細長すぎます。</translation>
    </message>
    <message>
        <source>Empty texts</source>
        <translation>空のテキスト</translation>
    </message>
    <message>
        <source>%n samples say nothing.</source>
        <translation>%n 件のサンプルに内容がありません。</translation>
    </message>
    <message>
        <source>There is nothing to learn from. Remove them.</source>
        <translation>学べることがありません。削除してください。</translation>
    </message>
    <message>
        <source>Garbled texts</source>
        <translation>文字化けしたテキスト</translation>
    </message>
    <message>
        <source>%n texts hold letters that no language has.</source>
        <translation>%n 件のテキストに、どの言語にもない文字が含まれています。</translation>
    </message>
    <message>
        <source>They were saved in one encoding and read in another. Import them again from the source, or skip them.</source>
        <translation>保存したときと異なる文字コードで読み込まれています。元のファイルから取り込み直すか、スキップしてください。</translation>
    </message>
    <message>
        <source>Texts of unusual length</source>
        <translation>長さが普通でないテキスト</translation>
    </message>
    <message>
        <source>%n texts are far shorter or longer than the others.</source>
        <translation>%n 件のテキストは、ほかと比べて極端に短いか長いです。</translation>
    </message>
    <message>
        <source>Often a heading, a whole page or a slip of the import. Look at them.</source>
        <translation>多くは見出し、ページ全体、または取り込みの誤りです。見てください。</translation>
    </message>
</context>
<context>
    <name>QualityFix</name>
    <message>
        <source>Keep one</source>
        <translation>1 件を残す</translation>
    </message>
    <message>
        <source>Keeps the first (of the test part, where one lies there) and removes the others from the dataset. The files stay.</source>
        <translation>最初の 1 件 (テスト用があればその 1 件) を残し、ほかをデータセットから削除します。ファイルは残ります。</translation>
    </message>
    <message>
        <source>Let stand</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>It is as it should be: do not tell of it again.</source>
        <translation>これで正しいので、もう知らせません。</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>保留にする</translation>
    </message>
    <message>
        <source>Marks them as disputed: no task uses them until somebody decides.</source>
        <translation>意見が分かれているものとして印を付けます。誰かが決めるまで、どのタスクでも使いません。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Leaves them out of every new task; they stay in the dataset.</source>
        <translation>新しいタスクには入れません。データセットには残ります。</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>確認済みにする</translation>
    </message>
    <message>
        <source>They are right as they are: do not tell of them again.</source>
        <translation>これで正しいので、もう知らせません。</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>提案を採用</translation>
    </message>
    <message>
        <source>Gives the label that is suggested.</source>
        <translation>提案されたラベルを付けます。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Takes them out of the dataset. The files stay.</source>
        <translation>データセットから取り除きます。ファイルは残ります。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Makes them one class, under the name that most samples carry.</source>
        <translation>最も多くのサンプルに付いている名前で、1 つのクラスにします。</translation>
    </message>
    <message>
        <source>Delete the class</source>
        <translation>クラスを削除</translation>
    </message>
    <message>
        <source>The samples stay and lose this label.</source>
        <translation>サンプルは残り、このラベルだけがなくなります。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>not learned: it would be lost</source>
        <translation>未学習: 失われます</translation>
    </message>
    <message>
        <source>no test sample that both answered</source>
        <translation>両方が回答したテスト用サンプルがありません</translation>
    </message>
    <message>
        <source>%1 against %2, task by task, on the test samples that both answered.</source>
        <translation>両方が回答したテスト用サンプルでの、タスクごとの %1 と %2 の比較です。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区間</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>偶然</translation>
    </message>
    <message numerus="yes">
        <source>Over %n seeds the average change is %1.</source>
        <translation>
            <numerusform>%n シードでの平均の変化は %1です。</numerusform>
        </translation>
    </message>
    <message>
        <source>The greatest loss stands first. Differences are taken sample by sample; under 200 samples an exact test decides whether chance could explain one.</source>
        <translation>最も大きい低下が先頭です。差はサンプルごとに取ります。200 サンプル未満では、偶然で説明できるかどうかを正確検定で判定します。</translation>
    </message>
    <message>
        <source>Change against the baseline</source>
        <translation>基準からの変化</translation>
    </message>
    <message>
        <source>Without an adapter of its own</source>
        <translation>専用のアダプターなし</translation>
    </message>
    <message>
        <source>Gain by one</source>
        <translation>アダプターによる向上</translation>
    </message>
    <message>
        <source>Learned in</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>Size added</source>
        <translation>追加されたサイズ</translation>
    </message>
    <message>
        <source>For each task, whether what earlier tasks know was enough or something was added.</source>
        <translation>各タスクについて、以前のタスクの知識で足りたか、何かを追加したかを示します。</translation>
    </message>
    <message>
        <source>Scores and gains of this table are of validation samples, on which the decisions stood.</source>
        <translation>この表のスコアと向上は、判断のもとになった検証用サンプルによるものです。</translation>
    </message>
    <message>
        <source>Reuse or expand: what was decided</source>
        <translation>再利用か拡張か: 判断の記録</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n seeds)</source>
        <translation>
            <numerusform>%1 (%n シード)</numerusform>
        </translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>95 % over test samples</source>
        <translation>テスト用サンプルによる 95 %</translation>
    </message>
    <message>
        <source>95 % over seeds</source>
        <translation>シードによる 95 %</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>No task has been learned yet, so there is nothing to forget.</source>
        <translation>まだタスクが学習されていないため、忘却するものがありません。</translation>
    </message>
    <message>
        <source>Forgetting and accuracy</source>
        <translation>忘却と正解率</translation>
    </message>
    <message>
        <source>Task that answers</source>
        <translation>回答するタスク</translation>
    </message>
    <message>
        <source>Adapter of</source>
        <translation>アダプター</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Rise of the loss without it</source>
        <translation>アダプターなしでの損失の増加</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>The strongest %1 of %2 effects; ± is 95 % over validation samples.</source>
        <translation>%2 件の効果のうち大きい %1 件。± は検証用サンプルによる 95 % です。</translation>
    </message>
    <message>
        <source>± is 95 % over validation samples.</source>
        <translation>± は検証用サンプルによる 95 % です。</translation>
    </message>
    <message>
        <source>Knowledge map: which adapter serves which task</source>
        <translation>知識マップ: どのアダプターがどのタスクに役立つか</translation>
    </message>
    <message>
        <source>%1 is not finished: %2 of %3 tasks are learned. All figures may still change.</source>
        <translation>%1 は完了していません: %3 タスク中 %2 タスクを学習済みです。すべての数値は今後変わる可能性があります。</translation>
    </message>
    <message>
        <source>%1 (%2, guessing gives %3)</source>
        <translation>%1 (%2、当て推量では %3)</translation>
    </message>
    <message>
        <source>%1 (n = %2)</source>
        <translation>%1 (n = %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) are not surely better than guessing: %1.</source>
        <translation>
            <numerusform>%n タスクは、当て推量より確かに良いとは言えません: %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) were judged on fewer than %1 test samples, so that a score may be off by up to %2: %3.</source>
        <translation>
            <numerusform>%n タスクは %1 件未満のテスト用サンプルで評価されています。スコアは最大 %2 ずれている可能性があります: %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Chance could explain the average difference from %1.</source>
        <translation>%1 との平均の差は偶然かもしれません。</translation>
    </message>
    <message>
        <source>Chance could explain the change of: %1.</source>
        <translation>次の変化は偶然かもしれません: %1。</translation>
    </message>
    <message>
        <source>Other test samples might turn this target: %1.</source>
        <translation>テスト用サンプルが異なれば、この目標の結果は変わるかもしれません: %1。</translation>
    </message>
    <message>
        <source>It was trained with one seed: how much it would differ with another is not known.</source>
        <translation>1 つのシードで学習しています。別のシードでどれだけ変わるかは分かりません。</translation>
    </message>
    <message numerus="yes">
        <source>It learned from at most %n training sample(s) of each task.</source>
        <translation>
            <numerusform>各タスクで最大 %n 件の学習用サンプルから学習しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which version of the data it learned from is not on record.</source>
        <translation>どのバージョンのデータから学習したかは記録されていません。</translation>
    </message>
    <message numerus="yes">
        <source>The audit trail was changed from outside: %n entry(s) do not follow.</source>
        <translation>
            <numerusform>監査証跡が外部から変更されています: %n 件の記録がつながりません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in the full report.</source>
        <translation>
            <numerusform>ほか %n 件は完全版のレポートにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Scores are those on this project&apos;s test samples. Of inputs that look different they say nothing.</source>
        <translation>スコアは、このプロジェクトのテスト用サンプルによるものです。見た目の異なる入力については何も示しません。</translation>
    </message>
    <message>
        <source>Limits and known weaknesses</source>
        <translation>限界と既知の弱点</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more seed(s)</source>
        <translation>
            <numerusform>%1 ほか %n シード</numerusform>
        </translation>
    </message>
    <message>
        <source>no figures</source>
        <translation>数値なし</translation>
    </message>
    <message>
        <source>on the front</source>
        <translation>フロント上</translation>
    </message>
    <message>
        <source>%1 is as good and no larger</source>
        <translation>%1 が同等の正解率で、より大きくない</translation>
    </message>
    <message>
        <source>Average accuracy</source>
        <translation>平均正解率</translation>
    </message>
    <message>
        <source>No run is both more accurate and smaller than another</source>
        <translation>正解率もサイズもほかより優れた実行はありません</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are as accurate as can be had for their size</source>
        <translation>
            <numerusform>%n 件の実行が、そのサイズで得られる最高の正解率です</numerusform>
        </translation>
    </message>
    <message>
        <source>Filled and joined: on the front; faint: another run is as good and no larger</source>
        <translation>塗りつぶして線で結んだもの: フロント上。薄いもの: 同等以上の正解率で、より大きくない別の実行があります</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>正解率とサイズ</translation>
    </message>
    <message>
        <source>A run is on the front where no other is both at least as accurate and at most as large.</source>
        <translation>正解率が同等以上で、サイズが同等以下の実行がほかにないとき、その実行はフロント上にあります。</translation>
    </message>
    <message>
        <source>± is the standard deviation over seeds.</source>
        <translation>± はシードによる標準偏差です。</translation>
    </message>
    <message>
        <source>Accuracy, size and time of the runs</source>
        <translation>実行の正解率、サイズ、時間</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>定義なし</translation>
    </message>
    <message>
        <source>not provided: %1</source>
        <translation>入力なし: %1</translation>
    </message>
    <message>
        <source>Assumption, as typed</source>
        <translation>入力された前提</translation>
    </message>
    <message>
        <source>not provided</source>
        <translation>入力なし</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>計算式</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Not provided: nobody has typed what the model saves and costs. Nothing is assumed.</source>
        <translation>入力なし: モデルによる節約と費用を誰も入力していません。何も仮定していません。</translation>
    </message>
    <message>
        <source>From typed assumptions; they and the formulas are in the full report.</source>
        <translation>入力された前提によります。前提と計算式は完全版のレポートにあります。</translation>
    </message>
    <message>
        <source>Every number of the upper table was typed by a person; what is blank is not guessed.</source>
        <translation>上の表の数値はすべて人が入力したものです。空欄は推測していません。</translation>
    </message>
    <message>
        <source>Return on the investment</source>
        <translation>投資対効果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>uuid</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>装置</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1、SHA-256 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Schema version</source>
        <translation>スキーマのバージョン</translation>
    </message>
    <message>
        <source>Formula version</source>
        <translation>計算式のバージョン</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>監査証跡</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s), every one follows; head %1</source>
        <translation>
            <numerusform>%n 件の記録、すべてつながっています。先頭ハッシュ %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s), CHANGED FROM OUTSIDE; head %1</source>
        <translation>
            <numerusform>%n 件の記録、外部から変更されています。先頭ハッシュ %1</numerusform>
        </translation>
    </message>
    <message>
        <source>In production</source>
        <translation>運用中</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Model version of this run</source>
        <translation>この実行のモデルのバージョン</translation>
    </message>
    <message>
        <source>Frozen snapshot of</source>
        <translation>固定スナップショットの元</translation>
    </message>
    <message>
        <source>Snapshot content</source>
        <translation>スナップショットの内容</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Versions and hashes</source>
        <translation>バージョンとハッシュ</translation>
    </message>
    <message>
        <source>Data it learned from</source>
        <translation>学習したデータ</translation>
    </message>
    <message>
        <source>Not on record.</source>
        <translation>記録がありません。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>ラベルあり</translation>
    </message>
    <message>
        <source>SHA-256 of its content</source>
        <translation>内容の SHA-256</translation>
    </message>
    <message>
        <source>Settings that differ from the baseline</source>
        <translation>基準と異なる設定</translation>
    </message>
    <message>
        <source>None: both were asked for the same.</source>
        <translation>なし: 両方とも同じ内容が求められています。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Task packages</source>
        <translation>タスクのパッケージ</translation>
    </message>
    <message>
        <source>None is on this disk.</source>
        <translation>このディスクにはありません。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>%1 of %2: not learned or not measured</source>
        <translation>%2 の %1: 学習または測定されていません</translation>
    </message>
    <message>
        <source>%1: not compared, %2 did not answer the same test samples</source>
        <translation>%1: 比較していません。%2 は同じテスト用サンプルに回答していません</translation>
    </message>
    <message>
        <source>%1: %2 of %3 test samples are not compared, because only one of the two runs answered them</source>
        <translation>%1: テスト用サンプル %3 件のうち %2 件は、2 つの実行の一方だけが回答したため比較していません</translation>
    </message>
    <message>
        <source>%1: not finished, what it has measured until now counts</source>
        <translation>%1: 完了していません。これまでに測定された値を使います</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>除いたものとその理由</translation>
    </message>
    <message>
        <source>Nothing: every test sample of every task counts.</source>
        <translation>なし: すべてのタスクのすべてのテスト用サンプルを使っています。</translation>
    </message>
    <message>
        <source>promoted</source>
        <translation>昇格</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>依頼</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>日時 (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What served, and who decided so</source>
        <translation>使われたものと、それを決めた人</translation>
    </message>
    <message>
        <source>%1 (no value: %2)</source>
        <translation>%1 (値なし: %2)</translation>
    </message>
    <message>
        <source>Formulas, version %1</source>
        <translation>計算式、バージョン %1</translation>
    </message>
    <message>
        <source>Appendix: where every figure comes from</source>
        <translation>付録: すべての数値の出所</translation>
    </message>
    <message numerus="yes">
        <source>%1 should not go into production: it misses %n of %2 targets. Worst: %3; measured: %4.</source>
        <translation>
            <numerusform>%1 を運用に使うべきではありません: %2 個の目標のうち %n 個が未達です。最も悪いもの: %3、測定値: %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is decided about %1: %2.</source>
        <translation>%1 については何も決まっていません: %2。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is decided about %1: for %n target(s) there is no figure.</source>
        <translation>
            <numerusform>%1 については何も決まっていません: %n 個の目標に数値がありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no earlier model to compare with: none was named and none is in production.</source>
        <translation>比較できる以前のモデルがありません: 指定されておらず、運用中のものもありません。</translation>
    </message>
    <message>
        <source>%1 (in production)</source>
        <translation>%1 (運用中)</translation>
    </message>
    <message>
        <source>It cannot be compared with %1: no task was answered by both.</source>
        <translation>%1 とは比較できません: 両方が回答したタスクがありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>タスク %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Against %1 no difference can be told from chance: %2 on average over %3 and %4 test samples.</source>
        <translation>%1 との差は偶然と区別できません: %3、%4 件のテスト用サンプルでの平均は %2です。</translation>
    </message>
    <message>
        <source>Against %1 it is worse: %2 on average over %3 and %4 test samples; chance does not explain it.</source>
        <translation>%1 より悪くなっています: %3、%4 件のテスト用サンプルでの平均は %2で、偶然では説明できません。</translation>
    </message>
    <message>
        <source>Against %1 it is better: %2 on average over %3 and %4 test samples; chance does not explain it.</source>
        <translation>%1 より良くなっています: %3、%4 件のテスト用サンプルでの平均は %2で、偶然では説明できません。</translation>
    </message>
    <message>
        <source>%1 %2, could be chance</source>
        <translation>%1 %2、偶然かもしれません</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>The worst %1 of %2 targets; the full report lists all.</source>
        <translation>%2 個の目標のうち悪いものから %1 個です。すべては完全版のレポートにあります。</translation>
    </message>
    <message>
        <source>Set targets on the page Decide, then make this report again: it will say go or no-go, and why.</source>
        <translation>判断のページで目標を設定してから、もう一度レポートを作成してください。可否とその理由が表示されます。</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>可</translation>
    </message>
    <message numerus="yes">
        <source>%1 can go into production: it meets all %n target(s).</source>
        <translation>
            <numerusform>%1 は運用に使えます: %n 個の目標すべてを達成しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>since it was learned</source>
        <translation>学習時から</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>%1 に対して</translation>
    </message>
    <message>
        <source>not learned</source>
        <translation>未学習</translation>
    </message>
    <message>
        <source>Learning %1 cost %2 %3 (n = %4); chance does not explain it.</source>
        <translation>%1 の学習により、%2 は %3下がりました (n = %4)。偶然では説明できません。</translation>
    </message>
    <message>
        <source>Nothing can have become worse yet: there is one task and no earlier model.</source>
        <translation>まだ悪くなるものがありません: タスクが 1 つで、以前のモデルもありません。</translation>
    </message>
    <message>
        <source>Nothing became worse.</source>
        <translation>悪くなったものはありません。</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>The worst %1 of %2.</source>
        <translation>%2 件のうち悪いものから %1 件です。</translation>
    </message>
    <message>
        <source>Which step cost which task</source>
        <translation>どの学習がどのタスクを悪くしたか</translation>
    </message>
    <message>
        <source>What got worse, worst first</source>
        <translation>悪くなったもの (悪いものから)</translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation>%1 のレポート</translation>
    </message>
    <message>
        <source>Project %1 · sequence %2 · strategy %3</source>
        <translation>プロジェクト %1 · シーケンス %2 · 手法 %3</translation>
    </message>
    <message>
        <source> · from a frozen snapshot</source>
        <translation> · 固定スナップショットより</translation>
    </message>
    <message>
        <source>%1 · run %2</source>
        <translation>%1 · 実行 %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2 ページ</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>差なし</translation>
    </message>
    <message>
        <source>chance does not explain it</source>
        <translation>偶然では説明できない</translation>
    </message>
    <message>
        <source>could be chance</source>
        <translation>偶然かもしれない</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>no figure: %1</source>
        <translation>数値なし: %1</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 ～ %3)</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 の %1</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <translation>%1、n = %2</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation>1 か月 %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 か月</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>1 時間 %1</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>1 件 %1</translation>
    </message>
    <message>
        <source>%1 a GB and month</source>
        <translation>1 GB・1 か月 %1</translation>
    </message>
    <message>
        <source>All figures, with their intervals and formulas, stand in the appendix.</source>
        <translation>すべての数値は、区間と計算式とともに付録にあります。</translation>
    </message>
    <message>
        <source>All figures of this run</source>
        <translation>この実行のすべての数値</translation>
    </message>
</context>
<context>
    <name>ResultChart</name>
    <message>
        <source>Curves begin with the second task</source>
        <translation>曲線は 2 番目のタスクから始まります</translation>
    </message>
    <message>
        <source>No task lost anything when later ones were learned</source>
        <translation>後のタスクを学習しても、どのタスクも悪くなりませんでした</translation>
    </message>
    <message>
        <source>%1 fell by %2 when %3 was learned</source>
        <translation>%3 を学習したときに、%1 は %2下がりました</translation>
    </message>
    <message>
        <source>%1, %</source>
        <translation>%1、%</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>Each line is a task and starts where it was learned; %n tasks</source>
        <translation>
            <numerusform>各線は 1 つのタスクで、学習した時点から始まります。%n タスク</numerusform>
        </translation>
    </message>
    <message>
        <source>Accuracy curves</source>
        <translation>正解率の曲線</translation>
    </message>
    <message>
        <source>No task has been learned yet</source>
        <translation>まだどのタスクも学習されていません</translation>
    </message>
    <message>
        <source>%1 is answered with %2 right</source>
        <translation>%1 の正解率は %2です</translation>
    </message>
    <message numerus="yes">
        <source>All %n tasks keep what they were learned with</source>
        <translation>
            <numerusform>%n タスクすべてが学習時のスコアを保っています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n tasks, %1 has lost most: %2 since it was learned</source>
        <translation>
            <numerusform>%n タスクの学習後、最も悪くなったのは %1 です (学習時から %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %, n = %2 test samples; outlined: just learned</source>
        <translation>%1 (%)、n = %2 件のテスト用サンプル。枠付き: 学習した直後</translation>
    </message>
    <message>
        <source>%1. Average over tasks: %2.</source>
        <translation>%1。全タスクの平均: %2。</translation>
    </message>
    <message>
        <source>Accuracy matrix</source>
        <translation>正解率の行列</translation>
    </message>
    <message>
        <source>Change since learning can be seen from the second task on</source>
        <translation>学習後の変化は 2 番目のタスクから見られます</translation>
    </message>
    <message>
        <source>All tasks were learned together: none has changed since</source>
        <translation>すべてのタスクを同時に学習したため、その後の変化はありません</translation>
    </message>
    <message>
        <source>Earlier tasks stand where they stood when they were learned</source>
        <translation>以前のタスクは学習したときのままです</translation>
    </message>
    <message>
        <source>Earlier tasks lost %1 on average until %2 was learned</source>
        <translation>%2 を学習するまでに、以前のタスクは平均 %1下がりました</translation>
    </message>
    <message>
        <source>Earlier tasks gained %1 on average until %2 was learned</source>
        <translation>%2 を学習するまでに、以前のタスクは平均 %1上がりました</translation>
    </message>
    <message>
        <source>change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Points against the %1 right after learning; blue = lost, orange = gained</source>
        <translation>学習直後の%1からのポイント差。青 = 低下、オレンジ = 上昇</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Forgetting can be seen from the second task on</source>
        <translation>忘却は 2 番目のタスクから見られます</translation>
    </message>
    <message>
        <source>All tasks were learned together: none was forgotten</source>
        <translation>すべてのタスクを同時に学習したため、忘却はありません</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is forgotten after %n tasks</source>
        <translation>
            <numerusform>%n タスクの学習後も忘却はありません</numerusform>
        </translation>
    </message>
    <message>
        <source>most was lost on %1 (%2)</source>
        <translation>最も大きく下がったのは %1 です (%2)</translation>
    </message>
    <message>
        <source>Earlier tasks gained %1 on average; %2</source>
        <translation>以前のタスクは平均 %1上がりました。%2</translation>
    </message>
    <message>
        <source>%1 are forgotten on average; %2</source>
        <translation>忘却は平均 %1です。%2</translation>
    </message>
    <message>
        <source>forgotten, points</source>
        <translation>忘却 (ポイント)</translation>
    </message>
    <message>
        <source>When learned minus now, in points of %1; below 0 = better</source>
        <translation>学習時から現在を引いた差 (%1のポイント)。0 未満 = 向上</translation>
    </message>
    <message>
        <source>Forgetting curves</source>
        <translation>忘却の曲線</translation>
    </message>
    <message>
        <source>rise of the loss</source>
        <translation>損失の増加</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>layers %1 to %2</source>
        <translation>層 %1 ～ %2</translation>
    </message>
    <message>
        <source>More than chance explains.</source>
        <translation>偶然では説明できません。</translation>
    </message>
    <message>
        <source>Chance may explain it.</source>
        <translation>偶然かもしれません。</translation>
    </message>
    <message>
        <source>%1 without the adapter of %2 in %3: its validation loss is lower by %4 (±%5; n = %6).</source>
        <translation>%3 で %2 のアダプターを外した %1: 検証の損失が %4低くなります (±%5、n = %6)。</translation>
    </message>
    <message>
        <source>%1 without the adapter of %2 in %3: its validation loss is higher by %4 (±%5; n = %6).</source>
        <translation>%3 で %2 のアダプターを外した %1: 検証の損失が %4高くなります (±%5、n = %6)。</translation>
    </message>
    <message>
        <source>task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>without the adapter of</source>
        <translation>外したアダプター</translation>
    </message>
    <message>
        <source>%1 is served most by the adapter of %2: without it its loss would be %3 higher</source>
        <translation>%1 に最も役立っているのは %2 のアダプターです: 外すと損失が %3 増えます</translation>
    </message>
    <message>
        <source>No later task needs an older adapter by more than chance explains</source>
        <translation>偶然で説明できる以上に以前のアダプターを必要とする後のタスクはありません</translation>
    </message>
    <message>
        <source>Rise of a task&apos;s validation loss without the adapter; orange = missed, blue = better without, outlined = its own, (in brackets) = chance may explain it</source>
        <translation>アダプターを外したときの検証の損失の増加。オレンジ = 必要、青 = ないほうが良い、枠付き = 自身のもの、(括弧) = 偶然かもしれない</translation>
    </message>
    <message>
        <source>After each task it is measured what it would lose without each adapter.</source>
        <translation>各タスクの後、それぞれのアダプターを外すと何を失うかを測ります。</translation>
    </message>
    <message>
        <source>This run has no adapters</source>
        <translation>この実行にはアダプターがありません</translation>
    </message>
    <message>
        <source>Its strategy adds none, so there is no knowledge of single tasks to take away. Runs of the strategy atlas show here which older task serves which later one.</source>
        <translation>この手法はアダプターを追加しないため、タスクごとに取り除ける知識がありません。手法 atlas の実行では、どの以前のタスクがどの後のタスクに役立つかがここに表示されます。</translation>
    </message>
    <message>
        <source>What adapters do was not measured for this run</source>
        <translation>この実行ではアダプターの効果が測られていません</translation>
    </message>
    <message>
        <source>It is measured when a task that mixes several adapters is learned. Strategies that use one adapter at a time, and runs of older versions of the program, have no such figures.</source>
        <translation>複数のアダプターを混ぜるタスクを学習したときに測ります。一度に 1 つのアダプターだけを使う手法や、古いバージョンのプログラムの実行には、この数値がありません。</translation>
    </message>
    <message>
        <source>in</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Layers were not measured apart for %1</source>
        <translation>%1 では層ごとに測られていません</translation>
    </message>
    <message>
        <source>%1 uses the adapter of %2 most in %3</source>
        <translation>%1 は %3 で %2 のアダプターを最も使っています</translation>
    </message>
    <message>
        <source>%1 uses no adapter of an older task</source>
        <translation>%1 は以前のタスクのアダプターを使っていません</translation>
    </message>
    <message>
        <source>No layer group of an older adapter is missed by %1 for certain</source>
        <translation>%1 が確かに必要とする以前のアダプターの層はありません</translation>
    </message>
    <message>
        <source>Rise of the validation loss of %1 without the adapter in those layers</source>
        <translation>その層からアダプターを外したときの %1 の検証の損失の増加</translation>
    </message>
    <message>
        <source>Knowledge map</source>
        <translation>知識マップ</translation>
    </message>
    <message>
        <source>%1 after %2 was learned: %3 (±%4 points, n = %5)</source>
        <translation>%2 を学習した後の %1: %3 (±%4 ポイント、n = %5)</translation>
    </message>
    <message>
        <source>%1 since it was learned</source>
        <translation>学習時から %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>データ: %1</translation>
    </message>
    <message>
        <source>after learning</source>
        <translation>学習後</translation>
    </message>
    <message>
        <source>judged on</source>
        <translation>評価したタスク</translation>
    </message>
    <message>
        <source>training time</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>%1 took longest: %2</source>
        <translation>最も時間がかかったのは %1 です: %2</translation>
    </message>
    <message>
        <source>Training of each task, with validation within it</source>
        <translation>各タスクの学習時間 (間の検証を含む)</translation>
    </message>
    <message>
        <source>size on disk</source>
        <translation>ディスクの使用量</translation>
    </message>
    <message>
        <source>%1 added most: %2</source>
        <translation>最も多く追加したのは %1 です: %2</translation>
    </message>
    <message>
        <source>What each task&apos;s package (adapter, gates and head) takes on disk</source>
        <translation>各タスクのパッケージ (アダプター、ゲート、ヘッド) がディスクで占める大きさ</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message numerus="yes">
        <source>After %n tasks, %1 have lost most: %2 each since they were learned</source>
        <translation>
            <numerusform>%n タスクの学習後、最も悪くなったのは %1 です (学習時からそれぞれ %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>most was lost on %1 (%2 each)</source>
        <translation>最も大きく下がったのは %1 です (それぞれ %2)</translation>
    </message>
    <message>
        <source>Every task took as long: %1</source>
        <translation>どのタスクも同じ時間がかかりました: %1</translation>
    </message>
    <message>
        <source>Every task added as much: %1</source>
        <translation>どのタスクも同じだけ追加しました: %1</translation>
    </message>
</context>
<context>
    <name>RobustnessWords</name>
    <message>
        <source>%1 %2</source>
        <comment>number and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: answers hold at every strength, up to %2</source>
        <translation>%1: どの強さでも回答は保たれます (最大 %2)</translation>
    </message>
    <message>
        <source>%1: answers fall at once, to %2 at %3</source>
        <translation>%1: 回答はすぐに悪くなります (%3 で %2)</translation>
    </message>
    <message>
        <source>%1: answers hold up to %2, then fall to %3</source>
        <translation>%1: 回答は %2 まで保たれ、その後 %3 まで下がります</translation>
    </message>
    <message>
        <source>Turned first, at %1: was %2 (%3), became %4 (%5).</source>
        <translation>最初に変わったもの (%1): %2 (%3) から %4 (%5) に変わりました。</translation>
    </message>
</context>
<context>
    <name>Roi</name>
    <message>
        <source>Items a month</source>
        <translation>1 か月あたりの件数</translation>
    </message>
    <message>
        <source>How many pictures, texts or questions come in a month.</source>
        <translation>1 か月に届く画像、テキスト、質問の件数です。</translation>
    </message>
    <message>
        <source>Handled automatically</source>
        <translation>自動で処理する割合</translation>
    </message>
    <message>
        <source>The share of them that the model answers without a person.</source>
        <translation>そのうち、モデルが人の手を借りずに答えるものの割合です。</translation>
    </message>
    <message>
        <source>Time saved per item</source>
        <translation>1 件あたりの節約時間</translation>
    </message>
    <message>
        <source>What a person would spend on one of them.</source>
        <translation>人が 1 件にかける時間です。</translation>
    </message>
    <message>
        <source>An hour of a person</source>
        <translation>人の 1 時間あたりの費用</translation>
    </message>
    <message>
        <source>What an hour of the people who do it now costs.</source>
        <translation>現在この作業をしている人の 1 時間あたりの費用です。</translation>
    </message>
    <message>
        <source>Wrong among automatic answers</source>
        <translation>自動回答の誤りの割合</translation>
    </message>
    <message>
        <source>The share of automatic answers that are wrong and not noticed in time.</source>
        <translation>自動回答のうち、誤っていて、気づくのが遅れるものの割合です。</translation>
    </message>
    <message>
        <source>Cost of a wrong answer</source>
        <translation>誤った回答の費用</translation>
    </message>
    <message>
        <source>What one wrong answer costs, on average.</source>
        <translation>誤った回答 1 件にかかる平均の費用です。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Hours of the machine for this model, trials included.</source>
        <translation>このモデルのためのコンピューターの使用時間です。試行を含みます。</translation>
    </message>
    <message>
        <source>An hour of the machine</source>
        <translation>コンピューターの 1 時間あたりの費用</translation>
    </message>
    <message>
        <source>What an hour of the training machine costs.</source>
        <translation>学習に使うコンピューターの 1 時間あたりの費用です。</translation>
    </message>
    <message>
        <source>Samples labelled</source>
        <translation>ラベルを付けたサンプル</translation>
    </message>
    <message>
        <source>How many samples had to be labelled for this model.</source>
        <translation>このモデルのためにラベルを付けたサンプルの件数です。</translation>
    </message>
    <message>
        <source>Cost of a label</source>
        <translation>ラベル 1 件の費用</translation>
    </message>
    <message>
        <source>What labelling one sample costs.</source>
        <translation>サンプル 1 件にラベルを付ける費用です。</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>保存容量</translation>
    </message>
    <message>
        <source>Size of what is kept: data, backbone and the packages of all tasks.</source>
        <translation>保存するものの大きさです: データ、バックボーン、すべてのタスクのパッケージ。</translation>
    </message>
    <message>
        <source>Price of storage</source>
        <translation>保存容量の価格</translation>
    </message>
    <message>
        <source>What a gigabyte costs in a month.</source>
        <translation>1 ギガバイトあたりの 1 か月の費用です。</translation>
    </message>
    <message>
        <source>Months in use</source>
        <translation>使用する月数</translation>
    </message>
    <message>
        <source>Over how many months the return is counted.</source>
        <translation>投資対効果を計算する月数です。</translation>
    </message>
    <message>
        <source>Work saved a month</source>
        <translation>1 か月に節約できる作業</translation>
    </message>
    <message>
        <source>What people would cost who do by hand what the model does.</source>
        <translation>モデルが行う作業を、人が手で行った場合の費用です。</translation>
    </message>
    <message>
        <source>Wrong answers a month</source>
        <translation>1 か月の誤った回答</translation>
    </message>
    <message>
        <source>What its wrong answers cost.</source>
        <translation>誤った回答にかかる費用です。</translation>
    </message>
    <message>
        <source>Storage a month</source>
        <translation>1 か月の保存</translation>
    </message>
    <message>
        <source>What keeping it costs.</source>
        <translation>保存にかかる費用です。</translation>
    </message>
    <message>
        <source>Gain a month</source>
        <translation>1 か月の利益</translation>
    </message>
    <message>
        <source>Work saved less wrong answers and storage.</source>
        <translation>節約できる作業から、誤った回答と保存の費用を引いたものです。</translation>
    </message>
    <message>
        <source>Cost once</source>
        <translation>初期費用</translation>
    </message>
    <message>
        <source>Training and labelling.</source>
        <translation>学習とラベル付けの費用です。</translation>
    </message>
    <message>
        <source>Cost in all</source>
        <translation>総費用</translation>
    </message>
    <message>
        <source>Cost once, and wrong answers and storage over all months.</source>
        <translation>初期費用と、全期間の誤った回答および保存の費用です。</translation>
    </message>
    <message>
        <source>Net gain</source>
        <translation>純利益</translation>
    </message>
    <message>
        <source>Gain over all months less the cost once.</source>
        <translation>全期間の利益から初期費用を引いたものです。</translation>
    </message>
    <message>
        <source>Return on the cost</source>
        <translation>費用に対する効果</translation>
    </message>
    <message>
        <source>Net gain per unit of money spent.</source>
        <translation>費用 1 単位あたりの純利益です。</translation>
    </message>
    <message>
        <source>Paid back after</source>
        <translation>回収までの期間</translation>
    </message>
    <message>
        <source>Months until the gain has made up for the cost once.</source>
        <translation>利益が初期費用を上回るまでの月数です。</translation>
    </message>
</context>
<context>
    <name>RunColumns</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Tick runs to draw them below</source>
        <translation>実行にチェックを付けると、下に描画されます</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>How the run learns</source>
        <translation>実行の学習の方法</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>The sequence of tasks it learned</source>
        <translation>学習したシーケンス</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>The number that its chance began with</source>
        <translation>乱数のもとになる数</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Whether it waits, trains or is done</source>
        <translation>待機中、学習中、完了など</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>How many tasks it is to learn</source>
        <translation>学習するタスクの数</translation>
    </message>
    <message>
        <source>Samples a task</source>
        <translation>タスクあたりのサンプル</translation>
    </message>
    <message>
        <source>How many samples of each task it learns from at most</source>
        <translation>各タスクから学習するサンプルの最大数</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>The frozen network that all tasks share</source>
        <translation>すべてのタスクが共有する凍結したネットワーク</translation>
    </message>
    <message>
        <source>Goes on from</source>
        <translation>元の実行</translation>
    </message>
    <message>
        <source>The run it began with</source>
        <translation>この実行のもとになった実行</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>The numbers it computes with</source>
        <translation>計算に使う数値の形式</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Words that people gave it</source>
        <translation>人が付けた言葉</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>The newest note</source>
        <translation>最も新しいメモ</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>When its training began</source>
        <translation>学習を始めた日時</translation>
    </message>
    <message>
        <source>Score on %1 after the last task was learned</source>
        <translation>最後のタスクを学習した後の %1 のスコア</translation>
    </message>
    <message>
        <source>Setting %1</source>
        <translation>設定 %1</translation>
    </message>
</context>
<context>
    <name>RunFigures</name>
    <message>
        <source>same as %1</source>
        <translation>%1 と同じ</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%2 に対して %1</translation>
    </message>
    <message>
        <source>%1 times that of %2</source>
        <translation>%2 の %1 倍</translation>
    </message>
    <message>
        <source>Average accuracy</source>
        <translation>平均正解率</translation>
    </message>
    <message>
        <source>no task learned yet</source>
        <translation>まだ学習したタスクがありません</translation>
    </message>
    <message>
        <source>The mean over all tasks learned so far of the score on their test splits, after the last of them. The interval is 95 %, from the number of test samples.
Formula: mean_j R[T-1][j]</source>
        <translation>これまでに学習したすべてのタスクについて、最後のタスクの学習後のテストのスコアを平均したものです。区間はテスト用サンプルの件数から求めた 95 % 区間です。
計算式: mean_j R[T-1][j]</translation>
    </message>
    <message>
        <source>±%1 points · %2 of %3 tasks · n = %4</source>
        <translation>±%1 ポイント · %3 タスク中 %2 タスク · n = %4</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>忘却</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>定義なし</translation>
    </message>
    <message>
        <source>needs two tasks</source>
        <translation>タスクが 2 つ必要です</translation>
    </message>
    <message>
        <source>all tasks were learned at once</source>
        <translation>すべてのタスクを一度に学習しました</translation>
    </message>
    <message>
        <source>The mean over earlier tasks of the score right after learning minus the score now. Below 0 they became better. The interval is 95 %, from the same test samples then and now.
Formula: mean_{j&lt;T-1} R[j][j] - R[T-1][j]</source>
        <translation>以前のタスクについて、学習直後のスコアから現在のスコアを引き、平均したものです。0 未満なら良くなっています。区間は当時と現在の同じテスト用サンプルによる 95 % 区間です。
計算式: mean_{j&lt;T-1} R[j][j] - R[T-1][j]</translation>
    </message>
    <message>
        <source>every earlier task is as good as when it was learned</source>
        <translation>以前のタスクはすべて学習したときと同じ水準です</translation>
    </message>
    <message>
        <source>most on %1: %2</source>
        <translation>最大は %1: %2</translation>
    </message>
    <message>
        <source>±%1 points · %2</source>
        <translation>±%1 ポイント · %2</translation>
    </message>
    <message>
        <source>Size added</source>
        <translation>追加されたサイズ</translation>
    </message>
    <message>
        <source>%1 a task · %2 parameters</source>
        <translation>1 タスクあたり %1 · パラメーター %2 個</translation>
    </message>
    <message>
        <source>What the tasks&apos; packages (adapters, gates and heads) take on disk. The backbone is shared and not counted. It is counted, so it has no interval.
Formula: sum of bytes over tasks</source>
        <translation>タスクのパッケージ (アダプター、ゲート、ヘッド) がディスクで占める大きさです。バックボーンは共有されるため含みません。数えた値なので区間はありません。
計算式: タスクごとのバイト数の合計</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>学習時間</translation>
    </message>
    <message>
        <source>Seconds of training and of validation within it, summed over the tasks. It is measured once, so it has no interval.
Formula: sum of seconds over tasks</source>
        <translation>学習とその間の検証にかかった秒数を、すべてのタスクで合計したものです。1 回の測定なので区間はありません。
計算式: タスクごとの秒数の合計</translation>
    </message>
    <message>
        <source>%1 a task</source>
        <translation>1 タスクあたり %1</translation>
    </message>
    <message>
        <source>%1 a task · on %2</source>
        <translation>1 タスクあたり %1 · %2 で学習</translation>
    </message>
    <message>
        <source>%1 has not learned a task yet</source>
        <translation>%1 はまだタスクを学習していません</translation>
    </message>
    <message>
        <source>%1 learned %2 with %3</source>
        <translation>%1 は %2 を %3 で学習しました</translation>
    </message>
    <message>
        <source>%1 has learned %2 of %3 tasks so far: %4 on average</source>
        <translation>%1 はこれまでに %3 タスク中 %2 タスクを学習しました: 平均 %4</translation>
    </message>
    <message>
        <source>%1 learned %2 tasks: %3 on average</source>
        <translation>%1 は %2 タスクを学習しました: 平均 %3</translation>
    </message>
    <message>
        <source>%1, all at once</source>
        <translation>%1、すべて同時</translation>
    </message>
    <message>
        <source>%1, and nothing was forgotten</source>
        <translation>%1、忘却はありません</translation>
    </message>
    <message>
        <source>%1; %2 lost most (%3)</source>
        <translation>%1。最も下がったのは %2 です (%3)</translation>
    </message>
    <message>
        <source>most on %1: %2 each</source>
        <translation>最大は %1: それぞれ %2</translation>
    </message>
    <message>
        <source>%1; %2 lost most (%3 each)</source>
        <translation>%1。最も下がったのは %2 です (それぞれ %3)</translation>
    </message>
</context>
<context>
    <name>RunFilter</name>
    <message>
        <source>&quot;%1&quot; has no meaning here. Use : = &lt; &lt;= &gt; or &gt;=.</source>
        <translation>ここでは「%1」は使えません。: = &lt; &lt;= &gt; &gt;= のいずれかを使ってください。</translation>
    </message>
    <message>
        <source>Something must stand behind &quot;%1&quot;.</source>
        <translation>「%1」の後に何か必要です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. Did you mean &quot;%2&quot;?</source>
        <translation>「%1」は不明です。「%2」のことですか？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. A setting is written setting.%1, the score on a task score.%1, and a text with signs in it in quotes.</source>
        <translation>「%1」は不明です。設定は setting.%1、タスクのスコアは score.%1 と書きます。記号を含むテキストは引用符で囲んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a text: use : or =.</source>
        <translation>「%1」はテキストです。: または = を使ってください。</translation>
    </message>
    <message>
        <source>There is no status &quot;%1&quot;; there are: %2.</source>
        <translation>状態「%1」はありません。使えるのは次のとおりです: %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number. Write 0.8, 80% or 5M.</source>
        <translation>「%1」は数値ではありません。0.8、80%、5M のように書いてください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day. Write it like after:2026-11-01.</source>
        <translation>「%1」は日付ではありません。after:2026-11-01 のように書いてください。</translation>
    </message>
    <message>
        <source>in the name, strategy, sequence, tasks, tags or note</source>
        <translation>名前、手法、シーケンス、タスク、タグ、メモの中</translation>
    </message>
    <message>
        <source>also sequence, name, tag, task, status; * stands for any text, quotes hold spaces together</source>
        <translation>ほかに sequence、name、tag、task、status。* は任意のテキスト、引用符は空白を含むまとまりを表します</translation>
    </message>
    <message>
        <source>- before a term turns it round</source>
        <translation>語の前の - は「ではない」を表します</translation>
    </message>
    <message>
        <source>also forgetting, adapters, heads, bytes, seconds, seed, tasks, samples; with &lt; &lt;= &gt; &gt;= =</source>
        <translation>ほかに forgetting、adapters、heads、bytes、seconds、seed、tasks、samples。&lt; &lt;= &gt; &gt;= = を使えます</translation>
    </message>
    <message>
        <source>the score on a task</source>
        <translation>タスクのスコア</translation>
    </message>
    <message>
        <source>a setting of the run</source>
        <translation>実行の設定</translation>
    </message>
    <message>
        <source>begun on that day or later; before: earlier</source>
        <translation>その日以降に開始。before: はそれより前</translation>
    </message>
    <message>
        <source>in the note; id: the start of the id</source>
        <translation>メモの中。id: は ID の先頭</translation>
    </message>
</context>
<context>
    <name>RunResults</name>
    <message>
        <source>accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 と %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 and %n more</source>
        <translation>
            <numerusform>%1、%2 ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>In filters and commands: %1</source>
        <translation>フィルターとコマンドでの名前: %1</translation>
    </message>
</context>
<context>
    <name>SampleColumn</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>2 枚目の画像</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>2 つ目のテキスト</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出所</translation>
    </message>
    <message>
        <source>Option %1</source>
        <translation>選択肢 %1</translation>
    </message>
    <message>
        <source>%1?  %2</source>
        <translation>%1?  %2</translation>
    </message>
    <message>
        <source>training</source>
        <translation>学習用</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>検証用</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト用</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>ラベルあり</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ラベルなし</translation>
    </message>
</context>
<context>
    <name>Score</name>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Share of samples whose answer is right.</source>
        <translation>正しく回答されたサンプルの割合です。</translation>
    </message>
    <message>
        <source>F1 (macro)</source>
        <translation>F1 (マクロ)</translation>
    </message>
    <message>
        <source>Mean over classes of 2 TP / (2 TP + FP + FN): rare classes count as much as common ones.</source>
        <translation>2 TP / (2 TP + FP + FN) のクラス平均です。まれなクラスも多いクラスと同じ重さで数えます。</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>均衡正解率</translation>
    </message>
    <message>
        <source>Mean over classes of the share of its samples that were found.</source>
        <translation>各クラスのサンプルのうち見つけられた割合の、クラス平均です。</translation>
    </message>
    <message>
        <source>F1 (micro)</source>
        <translation>F1 (マイクロ)</translation>
    </message>
    <message>
        <source>2 TP / (2 TP + FP + FN) over all labels: for several labels per sample.</source>
        <translation>すべてのラベルについての 2 TP / (2 TP + FP + FN) です。1 サンプルに複数のラベルがある場合に使います。</translation>
    </message>
    <message>
        <source>Answer score</source>
        <translation>回答スコア</translation>
    </message>
    <message>
        <source>Mean weight of the given answer among the answers people gave.</source>
        <translation>人が答えた回答の中での、モデルの回答の平均の重みです。</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>The memory is used up.</source>
        <translation>メモリーを使い切りました。</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>No backbone is installed.</source>
        <translation>バックボーンがインストールされていません。</translation>
    </message>
    <message>
        <source>There is no backbone &quot;%1&quot; and no folder of that name.</source>
        <translation>バックボーン「%1」も、その名前のフォルダーもありません。</translation>
    </message>
    <message>
        <source>Install the program whole, or give a Hugging Face folder.</source>
        <translation>プログラム全体をインストールするか、Hugging Face のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Known backbones: %1; or give a Hugging Face folder.</source>
        <translation>使えるバックボーン: %1。または Hugging Face のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The run %1 has no task &quot;%2&quot;.</source>
        <translation>実行 %1 にタスク「%2」はありません。</translation>
    </message>
    <message>
        <source>Its tasks are: %1.</source>
        <translation>この実行のタスク: %1。</translation>
    </message>
    <message>
        <source>The run %1 was not tested on %2 after any task.</source>
        <translation>実行 %1 では、どのタスクのあとにも %2 のテストを行っていません。</translation>
    </message>
    <message>
        <source>The run %1 was not tested on %2 after %3.</source>
        <translation>実行 %1 では、%3 のあとに %2 のテストを行っていません。</translation>
    </message>
    <message>
        <source>A task is tested once it is learned, and after each later one.</source>
        <translation>タスクは、学習した時点と、その後の各タスクのあとにテストされます。</translation>
    </message>
    <message>
        <source>There is no dataset &quot;%1&quot;.</source>
        <translation>データセット「%1」はありません。</translation>
    </message>
    <message>
        <source>Import it with: atlas import</source>
        <translation>次のコマンドでインポートしてください: atlas import</translation>
    </message>
    <message>
        <source>The answer could not be written to the standard output.</source>
        <translation>答えを標準出力に書き込めませんでした。</translation>
    </message>
    <message>
        <source>--set expects a number, but is &quot;%1&quot;.</source>
        <translation>--set には数値を指定しますが、「%1」になっています。</translation>
    </message>
    <message>
        <source>There is no sequence &quot;%1&quot;.</source>
        <translation>シーケンス「%1」はありません。</translation>
    </message>
    <message>
        <source>See the names with: atlas sequence PROJECT list</source>
        <translation>名前の一覧: atlas sequence PROJECT list</translation>
    </message>
    <message>
        <source>Nothing says what is to be exported.</source>
        <translation>何をエクスポートするかが指定されていません。</translation>
    </message>
    <message>
        <source>Give RUN and --task for a learned task, or --dataset and --format for samples.</source>
        <translation>学習済みのタスクなら RUN と --task を、サンプルなら --dataset と --format を指定してください。</translation>
    </message>
    <message>
        <source>--delimiter expects one letter or &quot;tab&quot;, but is &quot;%1&quot;.</source>
        <translation>--delimiter には 1 文字または「tab」を指定しますが、「%1」になっています。</translation>
    </message>
    <message>
        <source>Tables have , ; | or tabs between their fields.</source>
        <translation>表の項目は , ; | またはタブで区切られます。</translation>
    </message>
    <message>
        <source>There is no split &quot;%1&quot;.</source>
        <translation>区分「%1」はありません。</translation>
    </message>
    <message>
        <source>Use train, validation, test or auto.</source>
        <translation>train、validation、test、auto のいずれかを使ってください。</translation>
    </message>
    <message>
        <source>--map expects FIELD=COLUMN, but is &quot;%1&quot;.</source>
        <translation>--map には FIELD=COLUMN を指定しますが、「%1」になっています。</translation>
    </message>
    <message>
        <source>There is no encoding &quot;%1&quot;.</source>
        <translation>文字コード「%1」はありません。</translation>
    </message>
    <message>
        <source>Use UTF-8, UTF-16, CP932, EUC-JP, CP1252 or another that has a name.</source>
        <translation>UTF-8、UTF-16、CP932、EUC-JP、CP1252 など、名前のある文字コードを指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a way to learn more samples of a task.</source>
        <translation>「%1」は、タスクのサンプルを追加で学習する方法ではありません。</translation>
    </message>
    <message>
        <source>See: atlas inflow --help</source>
        <translation>参照: atlas inflow --help</translation>
    </message>
    <message>
        <source>The task needs %1, which was not given.</source>
        <translation>タスクに必要な %1 が指定されていません。</translation>
    </message>
    <message>
        <source>Give --image, --text (a question too) or --choice.</source>
        <translation>--image、--text (質問も含む)、または --choice を指定してください。</translation>
    </message>
    <message>
        <source>The program that makes reports cannot be started: %1: %2. Nothing was written.</source>
        <translation>レポートを作るプログラムを起動できません: %1: %2。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>It belongs beside the program atlas: install the package again.</source>
        <translation>プログラム atlas と同じ場所にあるはずのものです。パッケージをインストールし直してください。</translation>
    </message>
    <message>
        <source>No run of this project waits to be resumed.</source>
        <translation>このプロジェクトに再開待ちの実行はありません。</translation>
    </message>
    <message>
        <source>See: atlas runs PROJECT</source>
        <translation>参照: atlas runs PROJECT</translation>
    </message>
    <message>
        <source>The filter was not understood at character %1: %2</source>
        <translation>フィルターの %1 文字目を解釈できませんでした: %2</translation>
    </message>
    <message>
        <source>See: atlas runs --help</source>
        <translation>参照: atlas runs --help</translation>
    </message>
    <message>
        <source>See: atlas sequence PROJECT list</source>
        <translation>参照: atlas sequence PROJECT list</translation>
    </message>
    <message>
        <source>There is no task &quot;%1&quot;.</source>
        <translation>タスク「%1」はありません。</translation>
    </message>
    <message>
        <source>See: atlas task PROJECT list</source>
        <translation>参照: atlas task PROJECT list</translation>
    </message>
    <message>
        <source>The run %1 cannot be trained: it is finished or being trained.</source>
        <translation>実行 %1 は学習できません。完了しているか、学習中です。</translation>
    </message>
    <message>
        <source>--set expects KEY=VALUE, but is &quot;%1&quot;.</source>
        <translation>--set には KEY=VALUE を指定しますが、「%1」になっています。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot;.</source>
        <translation>実行「%1」はありません。</translation>
    </message>
    <message>
        <source>The run %1 was named twice.</source>
        <translation>実行 %1 が 2 回指定されています。</translation>
    </message>
    <message>
        <source>Name each run once.</source>
        <translation>各実行は 1 回だけ指定してください。</translation>
    </message>
    <message>
        <source>It takes two runs to compare.</source>
        <translation>比較するには実行が 2 つ必要です。</translation>
    </message>
    <message>
        <source>Name another one; see: atlas runs PROJECT</source>
        <translation>もう 1 つ指定してください。一覧: atlas runs PROJECT</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; has no samples to look at.</source>
        <translation>データセット「%1」には調べるサンプルがありません。</translation>
    </message>
    <message>
        <source>Import some first.</source>
        <translation>先にサンプルをインポートしてください。</translation>
    </message>
    <message>
        <source>Could not write %1.</source>
        <translation>%1 に書き込めませんでした。</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Train a sequence with the task in it, or go on from a run of another strategy.</source>
        <translation>このタスクを含むシーケンスを学習するか、別の手法の実行から続けてください。</translation>
    </message>
    <message>
        <source>The backbone &quot;%1&quot; is not the one that the run %2 was trained on (%3 instead of %4).</source>
        <translation>バックボーン「%1」は、実行 %2 の学習に使われたものではありません (%4 ではなく %3)。</translation>
    </message>
    <message>
        <source>Restore that backbone.</source>
        <translation>そのバックボーンを元に戻してください。</translation>
    </message>
    <message>
        <source>The run %1 has not learned the task &quot;%2&quot;.</source>
        <translation>実行 %1 はタスク「%2」を学習していません。</translation>
    </message>
    <message>
        <source>Name one of its tasks; see: atlas results PROJECT %1</source>
        <translation>そのタスクの 1 つを指定してください。一覧: atlas results PROJECT %1</translation>
    </message>
    <message>
        <source>The run %1 has not measured its new version yet.</source>
        <translation>実行 %1 は新しいバージョンをまだ測定していません。</translation>
    </message>
    <message>
        <source>Resume it: atlas resume PROJECT %1</source>
        <translation>再開してください: atlas resume PROJECT %1</translation>
    </message>
    <message>
        <source>%1 has no %2.</source>
        <translation>%1 に %2 がありません。</translation>
    </message>
    <message>
        <source>Every row must hold what the task needs.</source>
        <translation>すべての行に、タスクに必要なものがそろっていなければなりません。</translation>
    </message>
    <message>
        <source>%1
and %2 more</source>
        <translation>%1
ほか %2 件</translation>
    </message>
    <message>
        <source>%1 Nothing was predicted.</source>
        <translation>%1 予測は行いませんでした。</translation>
    </message>
    <message>
        <source>%1 holds no rows.</source>
        <translation>%1 に行がありません。</translation>
    </message>
    <message>
        <source>Nothing was predicted.</source>
        <translation>予測は行いませんでした。</translation>
    </message>
    <message>
        <source>This run learned several tasks: which one is asked?</source>
        <translation>この実行は複数のタスクを学習しました。どのタスクに尋ねますか?</translation>
    </message>
    <message>
        <source>The run has no task &quot;%1&quot;.</source>
        <translation>この実行にタスク「%1」はありません。</translation>
    </message>
    <message>
        <source>Give --task with one of: %1.</source>
        <translation>--task に次のいずれかを指定してください: %1。</translation>
    </message>
    <message>
        <source>The run %1 that %2 goes on from is gone.</source>
        <translation>実行 %2 の元になった実行 %1 がなくなっています。</translation>
    </message>
    <message>
        <source>Restore it from a backup of the project.</source>
        <translation>プロジェクトのバックアップから元に戻してください。</translation>
    </message>
    <message>
        <source>The backbone &quot;%1&quot; cannot be used. %2</source>
        <translation>バックボーン「%1」は使えません。%2</translation>
    </message>
    <message>
        <source>See: atlas backbone check %1</source>
        <translation>参照: atlas backbone check %1</translation>
    </message>
    <message>
        <source>See: atlas runs</source>
        <translation>参照: atlas runs</translation>
    </message>
    <message>
        <source>The run %1 is %2, expected a finished one. Nothing was suggested.</source>
        <translation>実行 %1 は「%2」の状態です。完了した実行が必要です。提案は行いませんでした。</translation>
    </message>
    <message>
        <source>Wait until it is trained, or resume it.</source>
        <translation>学習が終わるまで待つか、再開してください。</translation>
    </message>
    <message>
        <source>The run %1 has no task that can answer for the dataset &quot;%2&quot;.%3 Nothing was suggested.</source>
        <translation>実行 %1 には、データセット「%2」に回答できるタスクがありません。%3 提案は行いませんでした。</translation>
    </message>
    <message>
        <source>The run %1 has no task &quot;%2&quot; that can answer for the dataset &quot;%3&quot;.%4 Nothing was suggested.</source>
        <translation>実行 %1 には、データセット「%3」に回答できるタスク「%2」がありません。%4 提案は行いませんでした。</translation>
    </message>
    <message>
        <source>Choose a run that learned a task with the dataset&apos;s kind and classes.</source>
        <translation>データセットと同じ種類とクラスのタスクを学習した実行を選んでください。</translation>
    </message>
    <message>
        <source>Several tasks of the run %1 can answer for the dataset: %2.</source>
        <translation>実行 %1 には、このデータセットに回答できるタスクが複数あります: %2。</translation>
    </message>
    <message>
        <source>Give --task with one of them.</source>
        <translation>--task にそのうちの 1 つを指定してください。</translation>
    </message>
    <message>
        <source>Every sample of the dataset &quot;%1&quot; has a label already.</source>
        <translation>データセット「%1」のすべてのサンプルにすでにラベルがあります。</translation>
    </message>
    <message>
        <source>Import samples without labels, or take labels away, to have some suggested.</source>
        <translation>ラベルを提案させるには、ラベルのないサンプルをインポートするか、ラベルを外してください。</translation>
    </message>
    <message>
        <source>None of the samples without a label can be read. Nothing was suggested.</source>
        <translation>ラベルのないサンプルを 1 つも読み取れません。提案は行いませんでした。</translation>
    </message>
    <message>
        <source>See the Quality panel, which lists them.</source>
        <translation>該当するサンプルは「品質」パネルに一覧表示されます。</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>プロジェクトが開かれていません。</translation>
    </message>
    <message>
        <source>No space is left to write %1.</source>
        <translation>空き容量がないため、%1 に書き込めません。</translation>
    </message>
    <message>
        <source>Free some space and try again; what was there before is unchanged.</source>
        <translation>空き容量を増やしてもう一度お試しください。以前の内容は変わっていません。</translation>
    </message>
    <message>
        <source>Could not write %1: %2.</source>
        <translation>%1 に書き込めませんでした: %2。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions; what was there before is unchanged.</source>
        <translation>フォルダーのアクセス権を確認してください。以前の内容は変わっていません。</translation>
    </message>
    <message>
        <source>Could not open %1: %2.</source>
        <translation>%1 を開けませんでした: %2。</translation>
    </message>
    <message>
        <source>%1 has %2 bytes; at most %3 are read.</source>
        <translation>%1 は %2 バイトあります。読み取れるのは %3 バイトまでです。</translation>
    </message>
    <message>
        <source>Reading %1 failed.</source>
        <translation>%1 を読み取れませんでした。</translation>
    </message>
    <message>
        <source>Could not open %1.</source>
        <translation>%1 を開けませんでした。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 は通常のファイルではありません。</translation>
    </message>
    <message>
        <source>Could not map %1 into memory: %2.</source>
        <translation>%1 をメモリーに割り当てられませんでした: %2。</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>running</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>There is no %1 &quot;%2&quot;.</source>
        <translation>%1「%2」はありません。</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>次のいずれかを使ってください: %1。</translation>
    </message>
    <message>
        <source>assumption</source>
        <translation>前提</translation>
    </message>
    <message>
        <source>The assumption &quot;%1&quot; cannot be %2.</source>
        <translation>前提「%1」を %2 にすることはできません。</translation>
    </message>
    <message>
        <source>Give a number from 0 to 1.</source>
        <translation>0 から 1 までの数値を指定してください。</translation>
    </message>
    <message>
        <source>Give a number of 0 or more.</source>
        <translation>0 以上の数値を指定してください。</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>数値項目</translation>
    </message>
    <message>
        <source>way to go on from a run</source>
        <translation>実行の続け方</translation>
    </message>
    <message>
        <source>The run %1 is %2, but only a finished run can be gone on from.</source>
        <translation>実行 %1 は「%2」の状態です。続きを学習できるのは完了した実行だけです。</translation>
    </message>
    <message>
        <source>Resume it first: atlas resume PROJECT %1</source>
        <translation>先に再開してください: atlas resume PROJECT %1</translation>
    </message>
    <message>
        <source>The run %1 has learned the task %2 already.</source>
        <translation>実行 %1 はタスク %2 をすでに学習しています。</translation>
    </message>
    <message>
        <source>Name a task outside its sequence.</source>
        <translation>そのシーケンスに含まれないタスクを指定してください。</translation>
    </message>
    <message>
        <source>%1 is not a sound safetensors file: %2.</source>
        <translation>%1 は正しい safetensors ファイルではありません: %2。</translation>
    </message>
    <message>
        <source>The file may be cut off or damaged; get it again.</source>
        <translation>ファイルが途中で切れているか壊れている可能性があります。もう一度入手してください。</translation>
    </message>
    <message>
        <source>it has %1 bytes, expected at least 8 for the header&apos;s length</source>
        <translation>全体が %1 バイトしかなく、ヘッダーの長さを示す 8 バイトに足りません</translation>
    </message>
    <message>
        <source>its header claims %1 bytes, at most %2 are allowed</source>
        <translation>ヘッダーの長さが %1 バイトとなっていますが、%2 バイトまでしか許されません</translation>
    </message>
    <message>
        <source>its header claims %1 bytes, but only %2 follow</source>
        <translation>ヘッダーの長さが %1 バイトとなっていますが、残りは %2 バイトしかありません</translation>
    </message>
    <message>
        <source>its header does not begin with {</source>
        <translation>ヘッダーが { で始まっていません</translation>
    </message>
    <message>
        <source>its header is not valid JSON (%1)</source>
        <translation>ヘッダーが正しい JSON ではありません (%1)</translation>
    </message>
    <message>
        <source>its header is nested too deeply</source>
        <translation>ヘッダーの入れ子が深すぎます</translation>
    </message>
    <message>
        <source>the name %1 stands twice in its header</source>
        <translation>ヘッダーに名前 %1 が 2 回あります</translation>
    </message>
    <message>
        <source>__metadata__ is not an object</source>
        <translation>__metadata__ がオブジェクトではありません</translation>
    </message>
    <message>
        <source>__metadata__.%1 is not a string</source>
        <translation>__metadata__.%1 が文字列ではありません</translation>
    </message>
    <message>
        <source>tensor %1 does not have exactly dtype, shape and data_offsets</source>
        <translation>テンソル %1 の項目が dtype、shape、data_offsets の 3 つになっていません</translation>
    </message>
    <message>
        <source>the shape of tensor %1 is not a list</source>
        <translation>テンソル %1 の形がリストではありません</translation>
    </message>
    <message>
        <source>the shape of tensor %1 holds %2, which is not a size</source>
        <translation>テンソル %1 の形に、大きさではない値 %2 があります</translation>
    </message>
    <message>
        <source>tensor %1 of shape %2 is larger than memory can be</source>
        <translation>形が %2 のテンソル %1 は、メモリーに収まらない大きさです</translation>
    </message>
    <message>
        <source>tensor %1 has the unknown element type %2</source>
        <translation>テンソル %1 の要素の型 %2 は不明です</translation>
    </message>
    <message>
        <source>the data_offsets of tensor %1 are not two positions</source>
        <translation>テンソル %1 の data_offsets が 2 つの位置になっていません</translation>
    </message>
    <message>
        <source>tensor %1 lies at bytes %2 to %3, but the file holds %4 bytes of data</source>
        <translation>テンソル %1 の位置は %2 から %3 バイト目ですが、ファイルのデータは %4 バイトしかありません</translation>
    </message>
    <message>
        <source>tensor %1 has %2 bytes, its shape and type need %3</source>
        <translation>テンソル %1 は %2 バイトですが、形と型からは %3 バイト必要です</translation>
    </message>
    <message>
        <source>tensor %1 overlaps the one before it</source>
        <translation>テンソル %1 が前のテンソルと重なっています</translation>
    </message>
    <message>
        <source>bytes %1 to %2 of its data belong to no tensor</source>
        <translation>データの %1 から %2 バイト目がどのテンソルにも属していません</translation>
    </message>
    <message>
        <source>%1 bytes follow the last tensor</source>
        <translation>最後のテンソルのあとに %1 バイト残っています</translation>
    </message>
    <message>
        <source>A tensor&apos;s name or the metadata is not UTF-8: %1</source>
        <translation>テンソルの名前かメタデータが UTF-8 ではありません: %1</translation>
    </message>
    <message>
        <source>%1 does not hold the tensor %2.</source>
        <translation>%1 にテンソル %2 がありません。</translation>
    </message>
    <message>
        <source>score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>The setting %1 expects %2, but is &quot;%3&quot;.</source>
        <translation>設定 %1 に指定できるのは%2ですが、「%3」になっています。</translation>
    </message>
    <message>
        <source>%1 Default: %2.</source>
        <translation>%1 既定値: %2。</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation> %1 から %2 までの数値</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation> true または false </translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>次のいずれか: %1 </translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot; here.</source>
        <translation>ここに設定「%1」はありません。</translation>
    </message>
    <message>
        <source>Settings: %1.</source>
        <translation>設定項目: %1。</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is asked of one task, and none was named.</source>
        <translation>目標「%1」は 1 つのタスクに対して設定しますが、タスクが指定されていません。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; is asked of the whole model, not of &quot;%2&quot;.</source>
        <translation>目標「%1」はモデル全体に対して設定します。「%2」に対してではありません。</translation>
    </message>
    <message>
        <source>Name a task.</source>
        <translation>タスクを指定してください。</translation>
    </message>
    <message>
        <source>Leave the task out.</source>
        <translation>タスクは指定しないでください。</translation>
    </message>
    <message>
        <source>The target &quot;%1&quot; cannot be %2.</source>
        <translation>目標「%1」を %2 にすることはできません。</translation>
    </message>
    <message>
        <source>task kind</source>
        <translation>タスクの種類</translation>
    </message>
    <message>
        <source>%1 lacks the entry %2.</source>
        <translation>%1 に入口 %2 がありません。</translation>
    </message>
    <message>
        <source>The library and the program are of different versions; install both anew.</source>
        <translation>ライブラリとプログラムのバージョンが違います。両方をインストールし直してください。</translation>
    </message>
    <message>
        <source>The engine library could not be loaded (%1).</source>
        <translation>エンジンのライブラリを読み込めませんでした (%1)。</translation>
    </message>
    <message>
        <source>It belongs beside the program or in ../lib, and needs LibTorch, OpenCV and ICU.</source>
        <translation>プログラムと同じ場所か ../lib に置きます。LibTorch、OpenCV、ICU も必要です。</translation>
    </message>
    <message>
        <source>Checking the backbone %1</source>
        <translation>バックボーン %1 の確認</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1 はフォルダーではありません。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>Point at a folder that holds config.json, vocab.txt, preprocessor_config.json and the weights.</source>
        <translation>config.json、vocab.txt、preprocessor_config.json と重みがあるフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>model_type: expected one of %1, is %2</source>
        <translation>model_type は %1 のいずれかのはずですが、%2 です</translation>
    </message>
    <message>
        <source>Loading the backbone %1</source>
        <translation>バックボーン %1 の読み込み</translation>
    </message>
    <message>
        <source>it is not valid JSON (%1)</source>
        <translation>正しい JSON ではありません (%1)</translation>
    </message>
    <message>
        <source>expected a JSON object, is %1</source>
        <translation>JSON のオブジェクトのはずですが、%1 です</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
    <message>
        <source>Point at the folder of a published model, with its files unchanged.</source>
        <translation>公開されているモデルのフォルダーを、ファイルを変更せずに指定してください。</translation>
    </message>
    <message>
        <source>the key %1 is missing, expected a whole number from %2 to %3</source>
        <translation>キー %1 がありません。%2 から %3 までの整数が必要です</translation>
    </message>
    <message>
        <source>%1: expected a whole number from %2 to %3, is %4</source>
        <translation>%1 は %2 から %3 までの整数のはずですが、%4 です</translation>
    </message>
    <message>
        <source>%1: expected a number from %2 to %3, is %4</source>
        <translation>%1 は %2 から %3 までの数のはずですが、%4 です</translation>
    </message>
    <message>
        <source>%1: expected true or false, is %2</source>
        <translation>%1 は true か false のはずですが、%2 です</translation>
    </message>
    <message>
        <source>the key %1 is missing</source>
        <translation>キー %1 がありません</translation>
    </message>
    <message>
        <source>%1: expected a text, is %2</source>
        <translation>%1 はテキストのはずですが、%2 です</translation>
    </message>
    <message>
        <source>%1: expected %2, is %3</source>
        <translation>%1 は %2 のはずですが、%3 です</translation>
    </message>
    <message>
        <source>Use the preprocessor_config.json that belongs to this ViLT folder.</source>
        <translation>この ViLT のフォルダーに対応する preprocessor_config.json を使ってください。</translation>
    </message>
    <message>
        <source>expected %1 true, but it is false</source>
        <translation>%1 は true のはずですが、false です</translation>
    </message>
    <message>
        <source>expected resample 3 (bicubic), but it is %1</source>
        <translation>resample は 3 (bicubic) のはずですが、%1 です</translation>
    </message>
    <message>
        <source>expected 1 &lt;= size_divisor &lt;= shortest edge &lt;= %1, but they are %2 and %3</source>
        <translation>1 &lt;= size_divisor &lt;= 短辺 &lt;= %1 のはずですが、%2 と %3 です</translation>
    </message>
    <message>
        <source>expected image_std above 0</source>
        <translation>image_std は 0 より大きくなければなりません</translation>
    </message>
    <message>
        <source>it cannot be understood: %1</source>
        <translation>内容を解釈できません: %1</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>ファイルが空です</translation>
    </message>
    <message>
        <source>it is of no known format</source>
        <translation>知らない形式です</translation>
    </message>
    <message>
        <source>it has more than 100 million pixels or 200 MB</source>
        <translation>1 億画素または 200 MB を超えています</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>壊れています (%1)</translation>
    </message>
    <message>
        <source>The picture %1 cannot be read: %2.</source>
        <translation>画像 %1 を読み込めません: %2。</translation>
    </message>
    <message>
        <source>Open it in another program and save it again as PNG or JPEG, or remove the sample.</source>
        <translation>別のプログラムで開いて PNG か JPEG で保存し直すか、そのサンプルを削除してください。</translation>
    </message>
    <message>
        <source>The vocabulary has %1 pieces, the network&apos;s table only %2.</source>
        <translation>語彙には %1 個の語片がありますが、ネットワークの表には %2 個しかありません。</translation>
    </message>
    <message>
        <source>Use the vocab.txt that belongs to the network.</source>
        <translation>そのネットワークに対応する vocab.txt を使ってください。</translation>
    </message>
    <message>
        <source>size_divisor: expected a multiple of the patch (%1), is %2.</source>
        <translation>size_divisor はパッチ (%1) の倍数のはずですが、%2 です。</translation>
    </message>
    <message>
        <source>Use the preprocessor_config.json that belongs to the network.</source>
        <translation>そのネットワークに対応する preprocessor_config.json を使ってください。</translation>
    </message>
    <message>
        <source>hidden_size: expected a multiple of num_attention_heads (%1), is %2</source>
        <translation>hidden_size は num_attention_heads (%1) の倍数のはずですが、%2 です</translation>
    </message>
    <message>
        <source>image_size: expected a multiple of patch_size (%1), is %2</source>
        <translation>image_size は patch_size (%1) の倍数のはずですが、%2 です</translation>
    </message>
    <message>
        <source>%1 holds no weights: expected model.safetensors or pytorch_model.bin.</source>
        <translation>%1 に重みがありません。model.safetensors か pytorch_model.bin が必要です。</translation>
    </message>
    <message>
        <source>Get the weights of the model and put them beside its config.json.</source>
        <translation>モデルの重みを入手し、その config.json と同じ場所に置いてください。</translation>
    </message>
    <message>
        <source>The weights in %1 do not fit %2.%3%4%5</source>
        <translation>%1 の重みが %2 に合いません。%3%4%5</translation>
    </message>
    <message>
        <source> Missing (%1): %2.</source>
        <translation> 不足 (%1 件): %2。</translation>
    </message>
    <message>
        <source> Not known (%1): %2.</source>
        <translation> 未知 (%1 件): %2。</translation>
    </message>
    <message>
        <source> Of another shape or type (%1): %2.</source>
        <translation> 形または型の違い (%1 件): %2。</translation>
    </message>
    <message>
        <source>the folder&apos;s config.json</source>
        <translation>フォルダーの config.json</translation>
    </message>
    <message>
        <source>Get config.json and the weights of the same model.</source>
        <translation>同じモデルの config.json と重みを入手してください。</translation>
    </message>
    <message>
        <source>%1, line %2: expected UTF-8, but the line holds other bytes.</source>
        <translation>%1 の %2 行目は UTF-8 のはずですが、ほかのバイトが含まれています。</translation>
    </message>
    <message>
        <source>Copy the vocabulary file again; it must be the one that belongs to the weights.</source>
        <translation>語彙のファイルをコピーし直してください。重みに対応するものが必要です。</translation>
    </message>
    <message>
        <source>%1 cannot be understood: %2.</source>
        <translation>%1 を解釈できません: %2。</translation>
    </message>
    <message>
        <source>Copy the file again from where the backbone came from.</source>
        <translation>バックボーンの入手元からファイルをコピーし直してください。</translation>
    </message>
    <message>
        <source>%1: the piece &quot;%2&quot; stands on line %3 and again on line %4.</source>
        <translation>%1: 語片「%2」が %3 行目と %4 行目にあります。</translation>
    </message>
    <message>
        <source>Every piece must stand once; copy the vocabulary file again.</source>
        <translation>語片はどれも 1 回だけでなければなりません。語彙のファイルをコピーし直してください。</translation>
    </message>
    <message>
        <source>%1: the special token %2 is missing among %3 pieces.</source>
        <translation>%1: %3 個の語片の中に特別なトークン %2 がありません。</translation>
    </message>
    <message>
        <source>A WordPiece vocabulary (vocab.txt) with [PAD], [UNK], [CLS], [SEP] and [MASK] is needed.</source>
        <translation>[PAD]、[UNK]、[CLS]、[SEP]、[MASK] を含む WordPiece の語彙 (vocab.txt) が必要です。</translation>
    </message>
    <message>
        <source>Text %1 cannot be encoded: expected 1 to %2 ids below %3, has %4.</source>
        <translation>テキスト %1 を符号化できません。%3 未満の ID が 1 から %2 個のはずですが、%4 個あります。</translation>
    </message>
    <message>
        <source>Text %1 cannot be encoded: expected 1 to %2 ids below %3, has %4 and among them %5.</source>
        <translation>テキスト %1 を符号化できません。%3 未満の ID が 1 から %2 個のはずですが、%4 個あり、その中に %5 があります。</translation>
    </message>
    <message>
        <source>model_type: expected bert or xlm-roberta, is %1</source>
        <translation>model_type は bert か xlm-roberta のはずですが、%1 です</translation>
    </message>
    <message>
        <source>hidden_size %1 cannot be shared by num_attention_heads %2</source>
        <translation>hidden_size %1 を num_attention_heads %2 で割り切れません</translation>
    </message>
    <message>
        <source>%1 holds no tokenizer: expected vocab.txt (WordPiece) or tokenizer.json (Unigram).</source>
        <translation>%1 にトークナイザーがありません。vocab.txt (WordPiece) か tokenizer.json (Unigram) が必要です。</translation>
    </message>
    <message>
        <source>Get the tokenizer of the model and put it beside its config.json.</source>
        <translation>モデルのトークナイザーを入手し、その config.json と同じ場所に置いてください。</translation>
    </message>
    <message>
        <source>vocab_size is %1, but the tokenizer knows %2 pieces</source>
        <translation>vocab_size は %1 ですが、トークナイザーの語片は %2 個です</translation>
    </message>
    <message>
        <source>expected %1 of %2 bytes at byte %3, but the file has %4 bytes</source>
        <translation>%3 バイト目に%1 (%2 バイト) があるはずですが、ファイルは %4 バイトです</translation>
    </message>
    <message>
        <source>expected %1 times %2, but the file has %3 bytes</source>
        <translation>%2が %1 個あるはずですが、ファイルは %3 バイトです</translation>
    </message>
    <message>
        <source>%1 (bytes %2 to %3) lies outside the file of %4 bytes</source>
        <translation>%1 (%2 から %3 バイト目) が、%4 バイトのファイルの外にあります</translation>
    </message>
    <message>
        <source>%1 is damaged or of another kind: %2.</source>
        <translation>%1 は壊れているか、別の種類のファイルです: %2。</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>ファイルを入手し直してください。</translation>
    </message>
    <message>
        <source>%1: expected 1 to %2, is %3</source>
        <translation>%1は 1 から %2 のはずですが、%3 です</translation>
    </message>
    <message>
        <source>the magic E5S1</source>
        <translation>識別子 E5S1</translation>
    </message>
    <message>
        <source>it does not begin with E5S1</source>
        <translation>E5S1 で始まっていません</translation>
    </message>
    <message>
        <source>a version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>expected version %1, is %2</source>
        <translation>バージョンは %1 のはずですが、%2 です</translation>
    </message>
    <message>
        <source>the width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>the number of layers</source>
        <translation>層の数</translation>
    </message>
    <message>
        <source>the number of heads</source>
        <translation>ヘッドの数</translation>
    </message>
    <message>
        <source>the vocabulary</source>
        <translation>語彙の大きさ</translation>
    </message>
    <message>
        <source>the number of positions</source>
        <translation>位置の数</translation>
    </message>
    <message>
        <source>the number of types</source>
        <translation>種類の数</translation>
    </message>
    <message>
        <source>LayerNorm&apos;s epsilon</source>
        <translation>LayerNorm の epsilon</translation>
    </message>
    <message>
        <source>a block size</source>
        <translation>ブロックの大きさ</translation>
    </message>
    <message>
        <source>expected a width that the heads divide, an epsilon in (0, 1) and blocks of 32, is width %1, %2 heads, epsilon %3, blocks of %4</source>
        <translation>ヘッドの数で割り切れる幅、0 より大きく 1 より小さい epsilon、大きさ 32 のブロックのはずですが、幅 %1、ヘッド %2、epsilon %3、ブロック %4 です</translation>
    </message>
    <message>
        <source>piece %1 of the vocabulary ends at %2, expected %3 to %4</source>
        <translation>語彙の語片 %1 の終わりは %3 から %4 のはずですが、%2 です</translation>
    </message>
    <message>
        <source>the number of replacements</source>
        <translation>置き換えの数</translation>
    </message>
    <message>
        <source>the size of the replacements</source>
        <translation>置き換えの大きさ</translation>
    </message>
    <message>
        <source>a code point</source>
        <translation>コードポイント</translation>
    </message>
    <message>
        <source>a replacement&apos;s length</source>
        <translation>置き換えの長さ</translation>
    </message>
    <message>
        <source>a replacement</source>
        <translation>置き換え</translation>
    </message>
    <message>
        <source>expected %1 replacements to end at byte %2, they end at %3</source>
        <translation>%1 個の置き換えは %2 バイト目で終わるはずですが、%3 バイト目で終わっています</translation>
    </message>
    <message>
        <source>the id of &lt;s&gt;</source>
        <translation>&lt;s&gt; の ID</translation>
    </message>
    <message>
        <source>the id of &lt;/s&gt;</source>
        <translation>&lt;/s&gt; の ID</translation>
    </message>
    <message>
        <source>the id of &lt;pad&gt;</source>
        <translation>&lt;pad&gt; の ID</translation>
    </message>
    <message>
        <source>the id of &lt;unk&gt;</source>
        <translation>&lt;unk&gt; の ID</translation>
    </message>
    <message>
        <source>the size of the pieces</source>
        <translation>語片の大きさ</translation>
    </message>
    <message>
        <source>a piece&apos;s place</source>
        <translation>語片の位置</translation>
    </message>
    <message>
        <source>a piece&apos;s score</source>
        <translation>語片の点数</translation>
    </message>
    <message>
        <source>the pieces</source>
        <translation>語片</translation>
    </message>
    <message>
        <source>the number of weights</source>
        <translation>重みの数</translation>
    </message>
    <message>
        <source>the length of a name</source>
        <translation>名前の長さ</translation>
    </message>
    <message>
        <source>a weight&apos;s name</source>
        <translation>重みの名前</translation>
    </message>
    <message>
        <source>a weight&apos;s type</source>
        <translation>重みの型</translation>
    </message>
    <message>
        <source>a weight&apos;s size</source>
        <translation>重みの大きさ</translation>
    </message>
    <message>
        <source>a weight&apos;s place</source>
        <translation>重みの位置</translation>
    </message>
    <message>
        <source>a weight&apos;s bytes</source>
        <translation>重みのバイト数</translation>
    </message>
    <message>
        <source>the weight %1</source>
        <translation>重み %1</translation>
    </message>
    <message>
        <source>the weight %1 stands in it twice</source>
        <translation>重み %1 が 2 回出てきます</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>行がありません</translation>
    </message>
    <message>
        <source>it has %1 of type %2</source>
        <translation>型 %2 が %1 個あります</translation>
    </message>
    <message>
        <source>%1, weight %2: expected %3 numbers of type %4 (0 = fp32, 1 = 4 bits), but %5.</source>
        <translation>%1、重み %2: 型 %4 (0 = fp32、1 = 4 ビット) の数が %3 個必要ですが、実際は次のとおりです: %5。</translation>
    </message>
    <message>
        <source>%1, weight %2: expected %3 numbers of 4 bytes, is %4 bytes.</source>
        <translation>%1、重み %2: 4 バイトの数が %3 個のはずですが、%4 バイトです。</translation>
    </message>
    <message>
        <source>Expected pictures as bytes (B, 3, H, W) with H and W multiples of 32, is %1.</source>
        <translation>画像は、H と W が 32 の倍数であるバイト (B, 3, H, W) のはずですが、%1 です。</translation>
    </message>
    <message>
        <source>Get the published file again.</source>
        <translation>公開されているファイルを入手し直してください。</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s precompiled_charsmap is damaged: its trie claims %1 bytes, %2 are there.</source>
        <translation>トークナイザーの precompiled_charsmap が壊れています。木は %1 バイトとされていますが、%2 バイトしかありません。</translation>
    </message>
    <message>
        <source>Copy tokenizer.json again from where the model came from.</source>
        <translation>モデルの入手元から tokenizer.json をコピーし直してください。</translation>
    </message>
    <message>
        <source>Expected a matrix of 4-bit weights (%1, %2), %3 bytes, is %4 bytes.</source>
        <translation>4 ビットの重みの行列 (%1, %2)、%3 バイトのはずですが、%4 バイトです。</translation>
    </message>
    <message>
        <source>Only WordPiece (vocab.txt) and Unigram tokenizers of the XLM-RoBERTa family are read.</source>
        <translation>読み込めるのは、WordPiece (vocab.txt) と、XLM-RoBERTa 系の Unigram のトークナイザーだけです。</translation>
    </message>
    <message>
        <source>normalizer: expected Precompiled, Replace or Strip, is %1</source>
        <translation>normalizer は Precompiled、Replace、Strip のいずれかのはずですが、%1 です</translation>
    </message>
    <message>
        <source>pre_tokenizer: expected Metaspace or WhitespaceSplit, is %1</source>
        <translation>pre_tokenizer は Metaspace か WhitespaceSplit のはずですが、%1 です</translation>
    </message>
    <message>
        <source>the special token %1 is missing</source>
        <translation>特別なトークン %1 がありません</translation>
    </message>
    <message>
        <source>expected a model of type Unigram, is %1</source>
        <translation>モデルの型は Unigram のはずですが、%1 です</translation>
    </message>
    <message>
        <source>it cannot be understood (%1)</source>
        <translation>内容を解釈できません (%1)</translation>
    </message>
    <message>
        <source>A Unigram vocabulary needs one score per piece, but has %1 pieces and %2 scores.</source>
        <translation>Unigram の語彙には語片ごとに 1 つの点数が必要ですが、語片が %1 個、点数が %2 個です。</translation>
    </message>
    <message>
        <source>A Unigram vocabulary of %1 pieces cannot have the special id %2.</source>
        <translation>語片が %1 個の Unigram の語彙に、特別な ID %2 は使えません。</translation>
    </message>
    <message>
        <source>the field %1 is empty.</source>
        <translation>フィールド %1 が空です。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>None of the %1 samples can be read. The first is %2</source>
        <translation>%1 件のサンプルをどれも読み込めません。最初の 1 件: %2</translation>
    </message>
    <message>
        <source>Correct the samples, or import them again.</source>
        <translation>サンプルを修正するか、取り込み直してください。</translation>
    </message>
    <message>
        <source>The adapters&apos; bottleneck should be from 1 to the backbone&apos;s width %1, but is %2.</source>
        <translation>アダプターのボトルネックの幅は 1 からバックボーンの幅 %1 までのはずですが、%2 です。</translation>
    </message>
    <message>
        <source>Choose another bottleneck width; 1/16 of the backbone&apos;s is usual.</source>
        <translation>ボトルネックの幅を選び直してください。通常はバックボーンの幅の 1/16 です。</translation>
    </message>
    <message>
        <source>what EWC keeps</source>
        <translation>EWC が保存した内容</translation>
    </message>
    <message>
        <source>There is no loss for labels of the form &quot;%1&quot; with one score per choice.</source>
        <translation>選択肢ごとに 1 つの点数を出す場合、「%1」という形のラベルに使える損失はありません。</translation>
    </message>
    <message>
        <source>Give each sample of a choice task exactly one right choice.</source>
        <translation>選択のタスクでは、各サンプルに正しい選択肢をちょうど 1 つ指定してください。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; is missing.</source>
        <translation>テンソル「%1」がありません。</translation>
    </message>
    <message>
        <source>The file was made by another version or is damaged; nothing of it was used.</source>
        <translation>ファイルは別のバージョンで作られたか、壊れています。内容は何も使われていません。</translation>
    </message>
    <message>
        <source>The tensor &quot;%1&quot; should have the shape %2, but has %3.</source>
        <translation>テンソル「%1」の形は %2 のはずですが、%3 です。</translation>
    </message>
    <message>
        <source>It belongs to another backbone or other settings.</source>
        <translation>別のバックボーンまたは別の設定のものです。</translation>
    </message>
    <message>
        <source>%1 has tensors that nothing uses: %2.</source>
        <translation>%1 に、どこにも使われないテンソルがあります: %2。</translation>
    </message>
    <message>
        <source>The number of chosen prompts should be from 1 to the pool&apos;s size %1, but is %2.</source>
        <translation>選ぶプロンプトの数は 1 からプールの大きさ %1 までのはずですが、%2 です。</translation>
    </message>
    <message>
        <source>Choose fewer prompts or make the pool larger.</source>
        <translation>選ぶプロンプトを減らすか、プールを大きくしてください。</translation>
    </message>
    <message>
        <source>The head form &quot;%1&quot; is unknown.</source>
        <translation>ヘッドの形「%1」は知られていません。</translation>
    </message>
    <message>
        <source>Use the program that wrote it, or a newer one.</source>
        <translation>それを書き出したプログラムか、より新しいものを使ってください。</translation>
    </message>
    <message>
        <source>The archive %1 cannot be read: %2.</source>
        <translation>アーカイブ %1 を読み込めません: %2。</translation>
    </message>
    <message>
        <source>Fetch it again, or give a folder with its unpacked files.</source>
        <translation>入手し直すか、展開したファイルのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>it holds more than %1 files</source>
        <translation>ファイルが %1 個を超えています</translation>
    </message>
    <message>
        <source>%1 goes beyond the limit of 64 MiB a file and 4 GiB in all</source>
        <translation>%1 が上限 (1 ファイル 64 MiB、合計 4 GiB) を超えています</translation>
    </message>
    <message>
        <source>There is no file or folder %1.</source>
        <translation>ファイルまたはフォルダー %1 がありません。</translation>
    </message>
    <message>
        <source>Check the data folder against the file names in the recipe.</source>
        <translation>データのフォルダーを、レシピにあるファイル名と照らし合わせてください。</translation>
    </message>
    <message>
        <source>This recipe trains a starter, which needs the two pretrained networks.</source>
        <translation>このレシピはスターターを学習します。それには事前学習済みの 2 つのネットワークが必要です。</translation>
    </message>
    <message>
        <source>Name their folder with --embedders; `./dev build` fetches them to build/packages/embedders.</source>
        <translation>--embedders でそのフォルダーを指定してください。`./dev build` が build/packages/embedders に取得します。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>フォルダー %1 を作成できません: %2。</translation>
    </message>
    <message>
        <source>Choose another place with --out.</source>
        <translation>--out で別の場所を指定してください。</translation>
    </message>
    <message>
        <source>The data file %1 is not what the recipe says: %2.</source>
        <translation>データのファイル %1 がレシピの記述と違います: %2。</translation>
    </message>
    <message>
        <source>Check the data folder against the recipe.</source>
        <translation>データのフォルダーをレシピと照らし合わせてください。</translation>
    </message>
    <message>
        <source>it holds no line of text</source>
        <translation>テキストが 1 行もありません</translation>
    </message>
    <message>
        <source>it lacks pictures of some of its classes</source>
        <translation>一部のクラスの画像がありません</translation>
    </message>
    <message>
        <source>a question names picture %1, which it lacks</source>
        <translation>質問にある画像 %1 がありません</translation>
    </message>
    <message>
        <source>questions.json cannot be understood: %1</source>
        <translation>questions.json を解釈できません: %1</translation>
    </message>
    <message>
        <source>it holds too few questions</source>
        <translation>質問が少なすぎます</translation>
    </message>
    <message>
        <source>The loss of %1 became %2 in step %3; the last checkpoint stays.</source>
        <translation>ステップ %3 で %1 の損失が %2 になりました。最後のチェックポイントは残っています。</translation>
    </message>
    <message>
        <source>Lower learning_rate or clip_norm in the recipe.</source>
        <translation>レシピの learning_rate か clip_norm を下げてください。</translation>
    </message>
    <message>
        <source>The recipe cannot be used: %1.</source>
        <translation>レシピを使えません: %1。</translation>
    </message>
    <message>
        <source>Compare it with resources/recipes/mini.json.</source>
        <translation>resources/recipes/mini.json と見比べてください。</translation>
    </message>
    <message>
        <source>%1 must be an object</source>
        <translation>%1 はオブジェクトでなければなりません</translation>
    </message>
    <message>
        <source>%1 lacks &quot;%2&quot;</source>
        <translation>%1 に「%2」がありません</translation>
    </message>
    <message>
        <source>%1: the value of &quot;%2&quot; is of the wrong type</source>
        <translation>%1 の「%2」の値の型が違います</translation>
    </message>
    <message>
        <source>%1: expected %2 from %3 to %4, but it is %5</source>
        <translation>%1 の %2 は %3 から %4 のはずですが、%5 です</translation>
    </message>
    <message>
        <source>%1 has the unknown key &quot;%2&quot;</source>
        <translation>%1 に知らないキー「%2」があります</translation>
    </message>
    <message>
        <source>model: width %1 is not a multiple of heads %2</source>
        <translation>model の width %1 が heads %2 の倍数ではありません</translation>
    </message>
    <message>
        <source>model: shortest_edge must be a multiple of patch</source>
        <translation>model の shortest_edge は patch の倍数でなければなりません</translation>
    </message>
    <message>
        <source>the caption &quot;%1&quot; has no place {} for the class</source>
        <translation>見出し「%1」に、クラスを入れる場所 {} がありません</translation>
    </message>
    <message>
        <source>the class %1 has no word in the language %2</source>
        <translation>クラス %1 に、言語 %2 の言葉がありません</translation>
    </message>
    <message>
        <source>data.pictures needs two classes and one caption at least</source>
        <translation>data.pictures には、少なくとも 2 つのクラスと 1 つの見出しが必要です</translation>
    </message>
    <message>
        <source>data.texts is empty</source>
        <translation>data.texts が空です</translation>
    </message>
    <message>
        <source>objectives is empty</source>
        <translation>objectives が空です</translation>
    </message>
    <message>
        <source>picture_sizes must be multiples of the patch</source>
        <translation>picture_sizes はパッチの倍数でなければなりません</translation>
    </message>
    <message>
        <source>picture_sizes is empty</source>
        <translation>picture_sizes が空です</translation>
    </message>
    <message>
        <source>architecture: expected vilt or starter, is %1</source>
        <translation>architecture は vilt か starter のはずですが、%1 です</translation>
    </message>
    <message>
        <source>its JSON cannot be understood: %1</source>
        <translation>JSON を解釈できません: %1</translation>
    </message>
    <message>
        <source>The texts hold so many different characters that %1 pieces are needed for them alone, but the vocabulary is to have %2.</source>
        <translation>テキストに含まれる文字の種類が多く、文字だけで %1 個の語片が必要ですが、語彙の大きさは %2 です。</translation>
    </message>
    <message>
        <source>Raise vocabulary_size in the recipe.</source>
        <translation>レシピの vocabulary_size を大きくしてください。</translation>
    </message>
    <message>
        <source>The picture of sample %1 cannot be read: %2.</source>
        <translation>サンプル %1 の画像を読み込めません: %2。</translation>
    </message>
    <message>
        <source>See the Quality panel; correct the sample or remove it from the task. Nothing was measured.</source>
        <translation>品質パネルを見て、サンプルを修正するか、タスクから外してください。何も測定していません。</translation>
    </message>
    <message>
        <source>There is no perturbation &quot;%1&quot;.</source>
        <translation>「%1」という変化はありません。</translation>
    </message>
    <message>
        <source>The task %1 has no test samples. Nothing was measured.</source>
        <translation>タスク %1 にテスト用のサンプルがありません。何も測定していません。</translation>
    </message>
    <message>
        <source>Make the next version of the task with a test split.</source>
        <translation>テスト用の区分を付けて、タスクの次のバージョンを作ってください。</translation>
    </message>
    <message>
        <source>The perturbation &quot;%1&quot; cannot be tried on the task %2.</source>
        <translation>変化「%1」はタスク %2 では試せません。</translation>
    </message>
    <message>
        <source>It needs pictures and a backbone that takes pixels; fgsm-features works everywhere.</source>
        <translation>画像と、画素を受け取るバックボーンが必要です。fgsm-features はどこでも使えます。</translation>
    </message>
    <message>
        <source>Its samples have nothing that it changes.</source>
        <translation>サンプルに、この変化の対象となるものがありません。</translation>
    </message>
    <message>
        <source>%1: %2 does not exist.</source>
        <translation>%1: %2 は存在しません。</translation>
    </message>
    <message>
        <source>`./dev build` fetches the two networks; without them the backbone mini serves.</source>
        <translation>`./dev build` が 2 つのネットワークを取得します。ない場合はバックボーン mini を使えます。</translation>
    </message>
    <message>
        <source>%1 could not be copied to %2: %3.</source>
        <translation>%1 を %2 にコピーできませんでした: %3。</translation>
    </message>
    <message>
        <source>Make room or choose another folder with --out.</source>
        <translation>空き容量を増やすか、--out で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>%1 could not be made: %2.</source>
        <translation>%1 を作れませんでした: %2。</translation>
    </message>
    <message>
        <source>Choose another folder with --out.</source>
        <translation>--out で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The parts do not make a backbone: no reason is known</source>
        <translation>部品からバックボーンを作れません: 理由は不明です</translation>
    </message>
    <message>
        <source>The parts do not make a backbone: %1</source>
        <translation>部品からバックボーンを作れません: %1</translation>
    </message>
    <message>
        <source>Check the three parts.</source>
        <translation>3 つの部品を確認してください。</translation>
    </message>
    <message>
        <source>%1 lacks the file %2.</source>
        <translation>%1 にファイル %2 がありません。</translation>
    </message>
    <message>
        <source>Put the backbone together again (atlas backbone assemble).</source>
        <translation>バックボーンを組み立て直してください (atlas backbone assemble)。</translation>
    </message>
    <message>
        <source>%1 is not the file this backbone was put together from: expected SHA-256 %2, is %3.</source>
        <translation>%1 は、このバックボーンを組み立てたときのファイルではありません。SHA-256 は %2 のはずですが、%3 です。</translation>
    </message>
    <message>
        <source>Fetch it again, or put the backbone together anew (atlas backbone assemble).</source>
        <translation>入手し直すか、バックボーンを組み立て直してください (atlas backbone assemble)。</translation>
    </message>
    <message>
        <source>The text network gives %1 numbers per token, expected %2.</source>
        <translation>テキストのネットワークはトークンごとに %2 個の数を出すはずですが、%1 個です。</translation>
    </message>
    <message>
        <source>Put the backbone together again with the text network its joint layers were trained on.</source>
        <translation>結合層の学習に使われたテキストのネットワークで、バックボーンを組み立て直してください。</translation>
    </message>
    <message>
        <source>layout: this program&apos;s is %1; put the backbone together again (atlas backbone assemble)</source>
        <translation>layout がこのプログラムの %1 と違います。バックボーンを組み立て直してください (atlas backbone assemble)</translation>
    </message>
    <message>
        <source>hidden_size: expected a multiple of num_attention_heads</source>
        <translation>hidden_size は num_attention_heads の倍数でなければなりません</translation>
    </message>
    <message>
        <source>%1 is refused: %2.</source>
        <translation>%1 を受け付けません: %2。</translation>
    </message>
    <message>
        <source>Only plain state dicts are read. The file may be cut off or damaged; get it again.</source>
        <translation>読み込めるのは単純な state dict だけです。ファイルが途中で切れているか、壊れている可能性があります。入手し直してください。</translation>
    </message>
    <message>
        <source>it does not say which system wrote it</source>
        <translation>どの環境で書き出されたかの記述がありません</translation>
    </message>
    <message>
        <source>it was not written on a little-endian machine</source>
        <translation>リトルエンディアンの機械で書き出されたものではありません</translation>
    </message>
    <message>
        <source>it does not list its storages</source>
        <translation>ストレージの一覧がありません</translation>
    </message>
    <message>
        <source>it lists a storage that no tensor has</source>
        <translation>どのテンソルにもないストレージが一覧にあります</translation>
    </message>
    <message>
        <source>it ends before its storage %1</source>
        <translation>ストレージ %1 の前で終わっています</translation>
    </message>
    <message>
        <source>its storage %1 of %2 elements reaches beyond its end</source>
        <translation>要素が %2 個のストレージ %1 がファイルの終わりを越えています</translation>
    </message>
    <message>
        <source>it lists the storage %1 twice</source>
        <translation>ストレージ %1 が一覧に 2 回あります</translation>
    </message>
    <message>
        <source>%1 is refused: %2 (at byte %3 of its pickle). Nothing of it was executed.</source>
        <translation>%1 を受け付けません: %2 (pickle の %3 バイト目)。内容は何も実行していません。</translation>
    </message>
    <message>
        <source>Only plain state dicts are read. Use the model&apos;s safetensors file, or save the state dict alone.</source>
        <translation>読み込めるのは単純な state dict だけです。モデルの safetensors ファイルを使うか、state dict だけを保存してください。</translation>
    </message>
    <message>
        <source>it does not begin as a pickle of protocol 2</source>
        <translation>プロトコル 2 の pickle として始まっていません</translation>
    </message>
    <message>
        <source>it is of pickle protocol %1, expected 2</source>
        <translation>pickle のプロトコルは 2 のはずですが、%1 です</translation>
    </message>
    <message>
        <source>it leaves more than one value</source>
        <translation>値が 2 つ以上残ります</translation>
    </message>
    <message>
        <source>SETITEM&apos;s dict</source>
        <translation>SETITEM の dict</translation>
    </message>
    <message>
        <source>SETITEMS&apos; dict</source>
        <translation>SETITEMS の dict</translation>
    </message>
    <message>
        <source>it uses the opcode %1, which a state dict does not need</source>
        <translation>state dict に不要な命令 %1 を使っています</translation>
    </message>
    <message>
        <source>it ends in the middle of an instruction</source>
        <translation>命令の途中で終わっています</translation>
    </message>
    <message>
        <source>it holds an integer of %1 bytes, at most 8 are read</source>
        <translation>%1 バイトの整数があります。読み込めるのは 8 バイトまでです</translation>
    </message>
    <message>
        <source>it names a global of more than 256 characters</source>
        <translation>256 文字を超えるグローバル名があります</translation>
    </message>
    <message>
        <source>it takes a value where there is none</source>
        <translation>値がない所から値を取ろうとしています</translation>
    </message>
    <message>
        <source>it goes back to a mark that it never made</source>
        <translation>付けていない印に戻ろうとしています</translation>
    </message>
    <message>
        <source>it remembers a value where there is none</source>
        <translation>値がない所で値を記憶しようとしています</translation>
    </message>
    <message>
        <source>it recalls value %1, which it never remembered</source>
        <translation>記憶していない値 %1 を呼び出そうとしています</translation>
    </message>
    <message>
        <source>it appends where there is no list</source>
        <translation>リストがない所に追加しようとしています</translation>
    </message>
    <message>
        <source>APPENDS&apos; list</source>
        <translation>APPENDS のリスト</translation>
    </message>
    <message>
        <source>it sets items without a dict, or a key without a value</source>
        <translation>dict なしで項目を設定しているか、値のないキーがあります</translation>
    </message>
    <message>
        <source>%1 is not of the kind a state dict has there</source>
        <translation>%1の種類が、state dict のその位置にあるはずのものと違います</translation>
    </message>
    <message>
        <source>it asks for %1.%2, which a state dict does not need</source>
        <translation>state dict に不要な %1.%2 を求めています</translation>
    </message>
    <message>
        <source>a persistent id</source>
        <translation>永続 ID</translation>
    </message>
    <message>
        <source>a persistent id&apos;s kind</source>
        <translation>永続 ID の種類</translation>
    </message>
    <message>
        <source>a persistent id is not a storage of five parts</source>
        <translation>永続 ID が 5 つの部分からなるストレージではありません</translation>
    </message>
    <message>
        <source>a storage&apos;s type</source>
        <translation>ストレージの型</translation>
    </message>
    <message>
        <source>a storage is said to be of type %1</source>
        <translation>ストレージの型が %1 とされています</translation>
    </message>
    <message>
        <source>a storage&apos;s key</source>
        <translation>ストレージのキー</translation>
    </message>
    <message>
        <source>a storage&apos;s size</source>
        <translation>ストレージの大きさ</translation>
    </message>
    <message>
        <source>a call&apos;s arguments</source>
        <translation>呼び出しの引数</translation>
    </message>
    <message>
        <source>what is called</source>
        <translation>呼び出されるもの</translation>
    </message>
    <message>
        <source>it makes an OrderedDict out of arguments</source>
        <translation>引数から OrderedDict を作っています</translation>
    </message>
    <message>
        <source>it rebuilds a parameter from %1 parts, expected 3</source>
        <translation>パラメーターは 3 つの部分から復元されるはずですが、%1 個です</translation>
    </message>
    <message>
        <source>a parameter&apos;s tensor</source>
        <translation>パラメーターのテンソル</translation>
    </message>
    <message>
        <source>it calls %1</source>
        <translation>%1 を呼び出しています</translation>
    </message>
    <message>
        <source>it rebuilds a tensor from %1 parts, expected 6 or 7</source>
        <translation>テンソルは 6 または 7 つの部分から復元されるはずですが、%1 個です</translation>
    </message>
    <message>
        <source>a tensor&apos;s hooks</source>
        <translation>テンソルのフック</translation>
    </message>
    <message>
        <source>a tensor has backward hooks</source>
        <translation>テンソルに backward フックがあります</translation>
    </message>
    <message>
        <source>a tensor&apos;s storage</source>
        <translation>テンソルのストレージ</translation>
    </message>
    <message>
        <source>a tensor&apos;s offset</source>
        <translation>テンソルの開始位置</translation>
    </message>
    <message>
        <source>a tensor&apos;s size</source>
        <translation>テンソルの大きさ</translation>
    </message>
    <message>
        <source>a tensor&apos;s stride</source>
        <translation>テンソルのストライド</translation>
    </message>
    <message>
        <source>BUILD&apos;s state</source>
        <translation>BUILD の状態</translation>
    </message>
    <message>
        <source>BUILD&apos;s object</source>
        <translation>BUILD の対象</translation>
    </message>
    <message>
        <source>it sets the state of something that is not an OrderedDict</source>
        <translation>OrderedDict ではないものの状態を設定しています</translation>
    </message>
    <message>
        <source>an attribute&apos;s name</source>
        <translation>属性の名前</translation>
    </message>
    <message>
        <source>it sets the attribute %1 of an OrderedDict</source>
        <translation>OrderedDict の属性 %1 を設定しています</translation>
    </message>
    <message>
        <source>it does not hold a dict of tensors</source>
        <translation>テンソルの dict が入っていません</translation>
    </message>
    <message>
        <source>one of its keys is not a text</source>
        <translation>キーの 1 つがテキストではありません</translation>
    </message>
    <message>
        <source>its entry %1 is not a tensor</source>
        <translation>項目 %1 がテンソルではありません</translation>
    </message>
    <message>
        <source>the name %1 stands twice in it</source>
        <translation>名前 %1 が 2 回出てきます</translation>
    </message>
    <message>
        <source>its pickle has %1 bytes, at most %2 are read</source>
        <translation>pickle が %1 バイトあります。読み込めるのは %2 バイトまでです</translation>
    </message>
    <message>
        <source>it holds no data.pkl</source>
        <translation>data.pkl がありません</translation>
    </message>
    <message>
        <source>it was written on a big-endian machine</source>
        <translation>ビッグエンディアンの機械で書き出されたものです</translation>
    </message>
    <message>
        <source>tensor %1 has %2 sizes and %3 strides</source>
        <translation>テンソル %1 の大きさが %2 個、ストライドが %3 個です</translation>
    </message>
    <message>
        <source>tensor %1 reaches outside its storage %2 of %3 elements</source>
        <translation>テンソル %1 が、要素 %3 個のストレージ %2 の外に及んでいます</translation>
    </message>
    <message>
        <source>storage %1 is used with two element types</source>
        <translation>ストレージ %1 が 2 つの要素の型で使われています</translation>
    </message>
    <message>
        <source>its storage %1 is missing</source>
        <translation>ストレージ %1 がありません</translation>
    </message>
    <message>
        <source>storage %1 has %2 bytes, the pickle says %3 elements of type %4</source>
        <translation>ストレージ %1 は %2 バイトですが、pickle では型 %4 の要素が %3 個とされています</translation>
    </message>
    <message>
        <source>it claims %1 entries</source>
        <translation>項目が %1 個あるとされています</translation>
    </message>
    <message>
        <source>its entries together are larger than the file</source>
        <translation>項目の合計がファイルより大きくなっています</translation>
    </message>
    <message>
        <source>the entry %1 stands twice in it</source>
        <translation>項目 %1 が 2 回出てきます</translation>
    </message>
    <message>
        <source>%1 is not a sound zip archive: %2.</source>
        <translation>%1 は正しい zip アーカイブではありません: %2。</translation>
    </message>
    <message>
        <source>%1 lies outside the file</source>
        <translation>%1がファイルの外にあります</translation>
    </message>
    <message>
        <source>it has only %1 bytes</source>
        <translation>%1 バイトしかありません</translation>
    </message>
    <message>
        <source>its end record is missing</source>
        <translation>終端の記録がありません</translation>
    </message>
    <message>
        <source>its zip64 locator is missing</source>
        <translation>zip64 の位置情報がありません</translation>
    </message>
    <message>
        <source>the zip64 locator</source>
        <translation>zip64 の位置情報</translation>
    </message>
    <message>
        <source>the zip64 end record</source>
        <translation>zip64 の終端の記録</translation>
    </message>
    <message>
        <source>its zip64 end record is missing</source>
        <translation>zip64 の終端の記録がありません</translation>
    </message>
    <message>
        <source>a directory entry</source>
        <translation>目録の項目</translation>
    </message>
    <message>
        <source>its directory is damaged</source>
        <translation>目録が壊れています</translation>
    </message>
    <message>
        <source>an entry&apos;s name</source>
        <translation>項目の名前</translation>
    </message>
    <message>
        <source>an entry&apos;s extra field</source>
        <translation>項目の追加フィールド</translation>
    </message>
    <message>
        <source>the entry %1 is encrypted</source>
        <translation>項目 %1 が暗号化されています</translation>
    </message>
    <message>
        <source>the entry %1 is compressed, expected stored</source>
        <translation>項目 %1 は無圧縮のはずですが、圧縮されています</translation>
    </message>
    <message>
        <source>the entry %1 has two different sizes</source>
        <translation>項目 %1 に 2 つの異なる大きさがあります</translation>
    </message>
    <message>
        <source>the extra field of %1 is damaged</source>
        <translation>%1 の追加フィールドが壊れています</translation>
    </message>
    <message>
        <source>the header of %1</source>
        <translation>%1 のヘッダー</translation>
    </message>
    <message>
        <source>the header of %1 is damaged</source>
        <translation>%1 のヘッダーが壊れています</translation>
    </message>
    <message>
        <source>the entry %1</source>
        <translation>項目 %1</translation>
    </message>
    <message>
        <source>the checksum of %1 does not match</source>
        <translation>%1 のチェックサムが一致しません</translation>
    </message>
    <message>
        <source>Close other programs, choose a smaller micro-batch or smaller pictures, and resume.</source>
        <translation>ほかのプログラムを閉じ、マイクロバッチか画像を小さくして、再開してください。</translation>
    </message>
    <message>
        <source>Check the device, or choose the CPU, and resume.</source>
        <translation>装置を確認するか CPU を選んで、再開してください。</translation>
    </message>
    <message>
        <source>Please report this with the log.</source>
        <translation>ログを添えて報告してください。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1に失敗しました: %2</translation>
    </message>
    <message>
        <source>%1 failed: no memory is left.</source>
        <translation>%1に失敗しました: メモリーが足りません。</translation>
    </message>
    <message>
        <source>Remove the file to train this task&apos;s run from its start, or restore it from a backup. Task packages of finished tasks are not touched.</source>
        <translation>ファイルを削除してこのタスクの実行を最初から学習するか、バックアップから復元してください。完了したタスクのパッケージには影響しません。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged: it is not a checkpoint of this program&apos;s version.</source>
        <translation>チェックポイント %1 が壊れています: このプログラムのバージョンのチェックポイントではありません。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged: %2.</source>
        <translation>チェックポイント %1 が壊れています: %2。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged: %2</source>
        <translation>チェックポイント %1 が壊れています: %2</translation>
    </message>
    <message>
        <source>%1 was %2 and is now %3</source>
        <translation>%1 は %2 でしたが、今は %3 です</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>it had tasks or settings that are gone</source>
        <translation>今はないタスクまたは設定がありました</translation>
    </message>
    <message>
        <source>The checkpoint %1 belongs to another run: %2.</source>
        <translation>チェックポイント %1 は別の実行のものです: %2。</translation>
    </message>
    <message>
        <source>Resume with the same settings and data, or start a new run.</source>
        <translation>同じ設定とデータで再開するか、新しい実行を始めてください。</translation>
    </message>
    <message>
        <source>Task %1 has %2 classes; there is nothing to tell apart.</source>
        <translation>タスク %1 のクラスは %2 個です。区別するものがありません。</translation>
    </message>
    <message>
        <source>Add samples of another class or take the task out of the sequence.</source>
        <translation>別のクラスのサンプルを加えるか、タスクをシーケンスから外してください。</translation>
    </message>
    <message>
        <source>A sample has %1 choices, but its task allows %2.</source>
        <translation>サンプルの選択肢は %1 個ですが、タスクで許されているのは %2 個です。</translation>
    </message>
    <message>
        <source>Make the task anew so that it counts all choices.</source>
        <translation>すべての選択肢が数えられるように、タスクを作り直してください。</translation>
    </message>
    <message>
        <source>This run keeps nothing by which a sample&apos;s task could be found out (the task %1 has no signature).</source>
        <translation>この実行には、サンプルのタスクを見分けるための情報がありません (タスク %1 に署名がありません)。</translation>
    </message>
    <message>
        <source>Name the task with --task, or train with a strategy of adapters such as atlas.</source>
        <translation>--task でタスクを指定するか、atlas などアダプターを使う手法で学習してください。</translation>
    </message>
    <message>
        <source>The tensor %1 is absent or no row of numbers.</source>
        <translation>テンソル %1 がないか、数の列ではありません。</translation>
    </message>
    <message>
        <source>The tensor %1 should hold %2 numbers, but holds %3.</source>
        <translation>テンソル %1 の数は %2 個のはずですが、%3 個です。</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>このコンピューターの確認</translation>
    </message>
    <message>
        <source>Checking the backbone</source>
        <translation>バックボーンの確認</translation>
    </message>
    <message>
        <source>Choosing the precision</source>
        <translation>精度の選択</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Measuring robustness</source>
        <translation>頑健性の測定</translation>
    </message>
    <message>
        <source>Exporting a task</source>
        <translation>タスクの書き出し</translation>
    </message>
    <message>
        <source>Verifying the run</source>
        <translation>実行の検証</translation>
    </message>
    <message>
        <source>Pretraining</source>
        <translation>事前学習</translation>
    </message>
    <message>
        <source>Putting the backbone together</source>
        <translation>バックボーンの組み立て</translation>
    </message>
    <message>
        <source>Looking at the dataset</source>
        <translation>データセットの確認</translation>
    </message>
    <message>
        <source>Task %1, sample %2: %3</source>
        <translation>タスク %1、サンプル %2: %3</translation>
    </message>
    <message>
        <source>Correct the sample or remove it from the task; nothing was trained on it.</source>
        <translation>サンプルを修正するか、タスクから外してください。このサンプルでは何も学習していません。</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; is none of its classes (%2).</source>
        <translation>ラベル「%1」は、どのクラス (%2) でもありません。</translation>
    </message>
    <message>
        <source>the right choice is number %1, but there are only %2 (counted from 0).</source>
        <translation>正しい選択肢は %1 番ですが、選択肢は %2 個しかありません (0 から数えます)。</translation>
    </message>
    <message>
        <source>it has no label.</source>
        <translation>ラベルがありません。</translation>
    </message>
    <message>
        <source>Name one of the tasks of its sequence.</source>
        <translation>シーケンスにあるタスクを指定してください。</translation>
    </message>
    <message>
        <source>This run has not learned any task yet.</source>
        <translation>この実行はまだどのタスクも学習していません。</translation>
    </message>
    <message>
        <source>This run has not learned the task %1 yet.</source>
        <translation>この実行はまだタスク %1 を学習していません。</translation>
    </message>
    <message>
        <source>Wait until it is trained, or resume the run.</source>
        <translation>学習が終わるまで待つか、実行を再開してください。</translation>
    </message>
    <message>
        <source>The packages of this run lack the tensor %1. Nothing was written.</source>
        <translation>この実行のパッケージにテンソル %1 がありません。何も書き出していません。</translation>
    </message>
    <message>
        <source>See: atlas verify. Restore the run&apos;s folder from a backup or train it again.</source>
        <translation>atlas verify で確認してください。実行のフォルダーをバックアップから復元するか、学習し直してください。</translation>
    </message>
    <message>
        <source>The label form &quot;%1&quot; is unknown.</source>
        <translation>ラベルの形「%1」は知られていません。</translation>
    </message>
    <message>
        <source>%1 is not a task package.</source>
        <translation>%1 はタスクのパッケージではありません。</translation>
    </message>
    <message>
        <source>Restore it from a backup or train again.</source>
        <translation>バックアップから復元するか、学習し直してください。</translation>
    </message>
    <message>
        <source>%1 is of package version %2; this program reads version %3.</source>
        <translation>%1 はパッケージのバージョン %2 です。このプログラムが読むのはバージョン %3 です。</translation>
    </message>
    <message>
        <source>The temperature in %1 is not above 0.</source>
        <translation>%1 の温度が 0 より大きくありません。</translation>
    </message>
    <message>
        <source>The description in %1 cannot be read: %2.</source>
        <translation>%1 の記述を読み込めません: %2。</translation>
    </message>
    <message>
        <source>The answer &quot;%1&quot; is neither expand nor reuse.</source>
        <translation>回答「%1」は expand (拡張) でも reuse (再利用) でもありません。</translation>
    </message>
    <message>
        <source>Answer expand or reuse, and the reason behind a colon where there is one.</source>
        <translation>expand (拡張) か reuse (再利用) で答え、理由があればコロンの後に書いてください。</translation>
    </message>
    <message>
        <source>The answer %1 has no reason, though the test says %2.</source>
        <translation>判定は %2 ですが、回答 %1 に理由がありません。</translation>
    </message>
    <message>
        <source>Give the reason behind a colon.</source>
        <translation>コロンの後に理由を書いてください。</translation>
    </message>
    <message>
        <source>There is no policy &quot;%1&quot;.</source>
        <translation>「%1」という方針はありません。</translation>
    </message>
    <message>
        <source>There is no device &quot;%1&quot;.</source>
        <translation>「%1」という装置はありません。</translation>
    </message>
    <message>
        <source>Use auto, cpu or cuda.</source>
        <translation>auto、cpu、cuda のいずれかを使ってください。</translation>
    </message>
    <message>
        <source>There is no precision &quot;%1&quot;.</source>
        <translation>「%1」という精度はありません。</translation>
    </message>
    <message>
        <source>Use auto, fp32 or bf16.</source>
        <translation>auto、fp32、bf16 のいずれかを使ってください。</translation>
    </message>
    <message>
        <source>CUDA was asked for, but this machine or this LibTorch has none.</source>
        <translation>CUDA が指定されましたが、このコンピューターまたはこの LibTorch では使えません。</translation>
    </message>
    <message>
        <source>Use --device auto or cpu, or install the official LibTorch with CUDA.</source>
        <translation>--device auto または cpu を使うか、CUDA 対応の公式の LibTorch をインストールしてください。</translation>
    </message>
    <message>
        <source>No task of this run takes a sample with these fields.</source>
        <translation>この実行には、このようなフィールドのサンプルを扱うタスクがありません。</translation>
    </message>
    <message>
        <source>No task of this run takes a sample with these fields: %1.</source>
        <translation>この実行には、このようなフィールドのサンプルを扱うタスクがありません: %1。</translation>
    </message>
    <message>
        <source>Give what one of its tasks needs: a picture, a text, or both.</source>
        <translation>いずれかのタスクに必要なもの (画像、テキスト、またはその両方) を指定してください。</translation>
    </message>
    <message>
        <source>Task %1, sample %2: the field %3 is empty.</source>
        <translation>タスク %1、サンプル %2: フィールド %3 が空です。</translation>
    </message>
    <message>
        <source>Tasks of the kind %1 need it; correct the sample or remove it from the task.</source>
        <translation>種類が %1 のタスクにはこのフィールドが必要です。サンプルを修正するか、タスクから外してください。</translation>
    </message>
    <message>
        <source>Correct the sample or remove it from the task.</source>
        <translation>サンプルを修正するか、タスクから外してください。</translation>
    </message>
    <message>
        <source>Task %1 has no training samples.</source>
        <translation>タスク %1 に学習用のサンプルがありません。</translation>
    </message>
    <message>
        <source>Task %1 has no test samples.</source>
        <translation>タスク %1 にテスト用のサンプルがありません。</translation>
    </message>
    <message>
        <source>Import or assign some, or take the task out of the sequence.</source>
        <translation>サンプルを取り込むか割り当てるか、タスクをシーケンスから外してください。</translation>
    </message>
    <message>
        <source>The sequence has no tasks.</source>
        <translation>シーケンスにタスクがありません。</translation>
    </message>
    <message>
        <source>Add at least one task to it.</source>
        <translation>タスクを 1 つ以上加えてください。</translation>
    </message>
    <message>
        <source>The task %1 stands in the sequence twice.</source>
        <translation>タスク %1 がシーケンスに 2 回あります。</translation>
    </message>
    <message>
        <source>A task can be learned once per run; add it under another name to learn it again.</source>
        <translation>1 つの実行で同じタスクを学習できるのは 1 回です。もう一度学習するには、別の名前で加えてください。</translation>
    </message>
    <message>
        <source>The backbone in %1 is not the one this run was made for (%2 instead of %3).</source>
        <translation>%1 のバックボーンは、この実行を作ったときのものではありません (%3 ではなく %2)。</translation>
    </message>
    <message>
        <source>Restore that backbone, or start a new run with this one.</source>
        <translation>元のバックボーンを復元するか、このバックボーンで新しい実行を始めてください。</translation>
    </message>
    <message>
        <source>Could not make the folder %1: %2.</source>
        <translation>フォルダー %1 を作れませんでした: %2。</translation>
    </message>
    <message>
        <source>Check its permissions and the free space; nothing was changed.</source>
        <translation>アクセス権と空き容量を確認してください。何も変更していません。</translation>
    </message>
    <message>
        <source>the checkpoint&apos;s optimiser state</source>
        <translation>チェックポイントのオプティマイザーの状態</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s data order in %1 is not that of this run.</source>
        <translation>チェックポイントのデータの順序が、この実行のものと違います (%1)。</translation>
    </message>
    <message>
        <source>The training samples changed since; start a new run.</source>
        <translation>その後に学習用のサンプルが変わりました。新しい実行を始めてください。</translation>
    </message>
    <message>
        <source>The loss is no longer a number in %1, step %2.</source>
        <translation>損失が数ではなくなりました (%1、ステップ %2)。</translation>
    </message>
    <message>
        <source>Lower the setting learning_rate, or use the precision fp32. Everything up to the last checkpoint is kept.</source>
        <translation>設定 learning_rate を下げるか、精度 fp32 を使ってください。最後のチェックポイントまでの内容はすべて残っています。</translation>
    </message>
    <message>
        <source>the best weights of %1</source>
        <translation>%1 の最良の重み</translation>
    </message>
    <message>
        <source>task %1, %2, epoch %3</source>
        <translation>タスク %1、%2、エポック %3</translation>
    </message>
    <message>
        <source>The setting bottleneck is %1, but the backbone is only %2 wide.</source>
        <translation>設定 bottleneck は %1 ですが、バックボーンの幅は %2 しかありません。</translation>
    </message>
    <message>
        <source>Use 0 (a sixteenth of the width) or at most %1.</source>
        <translation>0 (幅の 16 分の 1) または %1 以下にしてください。</translation>
    </message>
    <message>
        <source>The setting frozen_layers is %1, but the backbone has %2 layers.</source>
        <translation>設定 frozen_layers は %1 ですが、バックボーンの層は %2 です。</translation>
    </message>
    <message>
        <source>Use 0 (three quarters of the layers) or at most %1.</source>
        <translation>0 (層の 4 分の 3) または %1 以下にしてください。</translation>
    </message>
    <message>
        <source>Joint training learns all tasks at once, so nothing can be added to what it knows.</source>
        <translation>同時学習はすべてのタスクを一度に学習するため、後から付け加えることはできません。</translation>
    </message>
    <message>
        <source>Restore it from a backup or train the run again.</source>
        <translation>バックアップから復元するか、実行を学習し直してください。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1、ほか %2 件</translation>
    </message>
    <message>
        <source>The task package %1 does not hold what it describes. Missing: %2.</source>
        <translation>タスクのパッケージ %1 の内容が、その記述と違います。不足: %2。</translation>
    </message>
    <message>
        <source>The task package %1 does not hold what it describes. Extra: %2.</source>
        <translation>タスクのパッケージ %1 の内容が、その記述と違います。余分: %2。</translation>
    </message>
    <message>
        <source>The task package %1 does not hold what it describes. Missing: %2. Extra: %3.</source>
        <translation>タスクのパッケージ %1 の内容が、その記述と違います。不足: %2。余分: %3。</translation>
    </message>
    <message>
        <source>The task package %1 mixes the adapter of task %2 in layer %3, which no package of this run holds.</source>
        <translation>タスクのパッケージ %1 は層 %3 でタスク %2 のアダプターを混ぜますが、この実行のどのパッケージにもそのアダプターがありません。</translation>
    </message>
    <message>
        <source>The task package is damaged: %1</source>
        <translation>タスクのパッケージが壊れています: %1</translation>
    </message>
    <message>
        <source>The task package %1 was trained on the backbone %2, but this one is %3.</source>
        <translation>タスクのパッケージ %1 はバックボーン %2 で学習されましたが、これは %3 です。</translation>
    </message>
    <message>
        <source>Give the backbone that the run was trained on.</source>
        <translation>実行の学習に使ったバックボーンを指定してください。</translation>
    </message>
    <message>
        <source>The task package %1 does not belong to this run (width, layers, bottleneck or place in the sequence are others).</source>
        <translation>タスクのパッケージ %1 はこの実行のものではありません (幅、層、ボトルネック、シーケンスでの位置のどれかが違います)。</translation>
    </message>
    <message>
        <source>The task package %1 is damaged: %2</source>
        <translation>タスクのパッケージ %1 が壊れています: %2</translation>
    </message>
    <message>
        <source>The checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
    <message>
        <source>The checkpoint does not fit this run: %1</source>
        <translation>チェックポイントがこの実行に合いません: %1</translation>
    </message>
    <message>
        <source>Restore it from a backup, or remove it to train from the start.</source>
        <translation>バックアップから復元するか、削除して最初から学習してください。</translation>
    </message>
    <message>
        <source>The task package %1 is that of the task %2 at place %3, expected %4 at place %5.</source>
        <translation>タスクのパッケージ %1 は、%5 番目のタスク %4 のもののはずですが、%3 番目のタスク %2 のものです。</translation>
    </message>
    <message>
        <source>Restore the run it belongs to from a backup.</source>
        <translation>それが属する実行をバックアップから復元してください。</translation>
    </message>
    <message>
        <source>The copy %1 of %2 is not the same; it was removed.</source>
        <translation>%2 のコピー %1 が元と一致しないため、削除しました。</translation>
    </message>
    <message>
        <source>Check the disk, then start again.</source>
        <translation>ディスクを確認してから、もう一度始めてください。</translation>
    </message>
    <message>
        <source>The tasks of the run do not begin with those of the run that it goes on from.</source>
        <translation>この実行のタスクの先頭が、引き継ぐ実行のタスクと違います。</translation>
    </message>
    <message>
        <source>Make the run anew from a finished run.</source>
        <translation>完了した実行から、この実行を作り直してください。</translation>
    </message>
    <message>
        <source>The task package %1 is missing: the run that this one goes on from cannot be used.</source>
        <translation>タスクのパッケージ %1 がありません。引き継ぐ実行を使えません。</translation>
    </message>
    <message>
        <source>Restore it from a backup or train that run again.</source>
        <translation>バックアップから復元するか、その実行を学習し直してください。</translation>
    </message>
    <message>
        <source>The setting bottleneck asks for adapters %1 wide, but those of the run that is gone on from are %2 wide.</source>
        <translation>設定 bottleneck ではアダプターの幅が %1 ですが、引き継ぐ実行のアダプターの幅は %2 です。</translation>
    </message>
    <message>
        <source>Leave the setting as that run has it.</source>
        <translation>設定を、引き継ぐ実行と同じままにしてください。</translation>
    </message>
    <message>
        <source>The task package %1 is not that of the task %2 (name, kind or classes differ).</source>
        <translation>タスクのパッケージ %1 はタスク %2 のものではありません (名前、種類、クラスのどれかが違います)。</translation>
    </message>
    <message>
        <source>The tensor %1 in %2 holds values that are no numbers.</source>
        <translation>%2 のテンソル %1 に、数ではない値があります。</translation>
    </message>
    <message>
        <source>its header is</source>
        <translation>ヘッダーが壊れています</translation>
    </message>
    <message>
        <source>it has more scans than any program writes</source>
        <translation>スキャンの数が、どのプログラムも書かないほど多くなっています</translation>
    </message>
    <message>
        <source>its data ends before the picture does</source>
        <translation>データが画像の途中で終わっています</translation>
    </message>
    <message>
        <source>its data does not fit its header</source>
        <translation>データがヘッダーと合いません</translation>
    </message>
    <message>
        <source>its channels are neither 8 nor 16 bits wide</source>
        <translation>チャンネルが 8 ビットでも 16 ビットでもありません</translation>
    </message>
    <message>
        <source>There is no report in the language &quot;%1&quot;.</source>
        <translation>言語「%1」のレポートはありません。</translation>
    </message>
    <message>
        <source>Stopped before the report was written.</source>
        <translation>レポートを書き込む前に中止しました。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot;. Nothing was written.</source>
        <translation>実行「%1」はありません。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>The report&apos;s file &quot;%1&quot; must end in one of: %2.</source>
        <translation>レポートのファイル「%1」の拡張子は次のいずれかでなければなりません: %2。</translation>
    </message>
    <message>
        <source>The ending says which form the report takes.</source>
        <translation>レポートの形式は拡張子で決まります。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 を読み取れません: %2。</translation>
    </message>
    <message>
        <source>Check the permissions of the project folder and the space on its disk.</source>
        <translation>プロジェクトフォルダーのアクセス権とディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>%1 changed or could not be read while it was copied.</source>
        <translation>コピー中に %1 が変更されたか、読み取れなくなりました。</translation>
    </message>
    <message>
        <source>Import it again when nothing else writes it.</source>
        <translation>ほかに書き込むものがないときに、もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>The changes of this step could not be kept: %1. Nothing was changed.</source>
        <translation>この操作の変更を記録できませんでした: %1。何も変更されていません。</translation>
    </message>
    <message>
        <source>Close other programs, or choose fewer samples at once.</source>
        <translation>ほかのプログラムを閉じるか、一度に選ぶサンプルを減らしてください。</translation>
    </message>
    <message>
        <source>What this step changed has been changed since in another way. Nothing was changed.</source>
        <translation>この操作で変更したものが、その後に別の形で変更されています。何も変更されていません。</translation>
    </message>
    <message>
        <source>Label the samples anew instead.</source>
        <translation>代わりに、サンプルにラベルを付け直してください。</translation>
    </message>
    <message>
        <source>The class is not there any more. Nothing was changed.</source>
        <translation>このクラスはもうありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>A class needs a name. Nothing was changed.</source>
        <translation>クラスには名前が必要です。何も変更されていません。</translation>
    </message>
    <message>
        <source>Give one.</source>
        <translation>名前を付けてください。</translation>
    </message>
    <message>
        <source>There is a class &quot;%1&quot; already. Nothing was changed.</source>
        <translation>クラス「%1」はすでにあります。何も変更されていません。</translation>
    </message>
    <message>
        <source>Merge the two classes instead, or choose another name.</source>
        <translation>代わりに 2 つのクラスを統合するか、別の名前を選んでください。</translation>
    </message>
    <message>
        <source>%1: the journal mode is %2, expected %3.</source>
        <translation>%1: ジャーナルモードが %2 です。本来は %3 です。</translation>
    </message>
    <message>
        <source>Move the project to a local disk.</source>
        <translation>プロジェクトをローカルディスクに移してください。</translation>
    </message>
    <message>
        <source>There is no dataset with the number %1.</source>
        <translation>番号 %1 のデータセットはありません。</translation>
    </message>
    <message>
        <source>A dataset needs a name.</source>
        <translation>データセットには名前が必要です。</translation>
    </message>
    <message>
        <source>There is a dataset &quot;%1&quot; already. Nothing was changed.</source>
        <translation>データセット「%1」はすでにあります。何も変更されていません。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; is used by the task &quot;%2&quot;. Nothing was removed.</source>
        <translation>データセット「%1」はタスク「%2」で使われています。何も削除されていません。</translation>
    </message>
    <message>
        <source>Remove the task first.</source>
        <translation>先にタスクを削除してください。</translation>
    </message>
    <message>
        <source>A label is empty.</source>
        <translation>空のラベルがあります。</translation>
    </message>
    <message>
        <source>Leave a sample without labels instead.</source>
        <translation>代わりに、サンプルをラベルなしにしてください。</translation>
    </message>
    <message>
        <source>%1: there is no task package.</source>
        <translation>%1: タスクのパッケージがありません。</translation>
    </message>
    <message>
        <source>Only a finished run with its files can become a model version.</source>
        <translation>モデルのバージョンにできるのは、ファイルのそろった完了した実行だけです。</translation>
    </message>
    <message>
        <source>%1: the content changed since %2 was registered: expected SHA-256 %3, but it is %4</source>
        <translation>%1: %2 の登録後に内容が変わっています: 本来の SHA-256 は %3 ですが、実際は %4 です</translation>
    </message>
    <message>
        <source>%1 is not what was registered. %2</source>
        <translation>%1 は登録時の内容と異なります。%2</translation>
    </message>
    <message>
        <source>Nothing was changed. Bring the files back from a copy, or choose another version.</source>
        <translation>何も変更されていません。コピーからファイルを戻すか、別のバージョンを選んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a model: it could be taken for a run or a version.</source>
        <translation>「%1」はモデルの名前にできません: 実行やバージョンと取り違えるおそれがあります。</translation>
    </message>
    <message>
        <source>Give one word that begins with a letter, like production.</source>
        <translation>production のように、文字で始まる 1 語を指定してください。</translation>
    </message>
    <message>
        <source>There is no reason. Nothing was changed.</source>
        <translation>理由がありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>理由を短く書いてください。</translation>
    </message>
    <message>
        <source>There is no model version &quot;%1&quot;.</source>
        <translation>モデルのバージョン「%1」はありません。</translation>
    </message>
    <message>
        <source>See: atlas model PROJECT list</source>
        <translation>次のコマンドで確認できます: atlas model PROJECT list</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>実行 %1 はありません。</translation>
    </message>
    <message>
        <source>%1 is %2: only a finished run can become a model version.</source>
        <translation>%1 の状態は「%2」です: モデルのバージョンにできるのは完了した実行だけです。</translation>
    </message>
    <message>
        <source>Wait until it is finished, or resume it: atlas resume PROJECT RUN</source>
        <translation>完了するまで待つか、再開してください: atlas resume PROJECT RUN</translation>
    </message>
    <message>
        <source>There is no model version v%1.</source>
        <translation>モデルのバージョン v%1 はありません。</translation>
    </message>
    <message>
        <source>%1 is %2 already. Nothing was changed.</source>
        <translation>%1 はすでに %2 です。何も変更されていません。</translation>
    </message>
    <message>
        <source>%1 asked to make %2 %3, and nobody has answered yet. Nothing was changed.</source>
        <translation>%1 が %2 を %3 にするよう依頼していますが、まだ誰も回答していません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Approve or reject that request first.</source>
        <translation>先にその依頼を承認または却下してください。</translation>
    </message>
    <message>
        <source>Nobody has asked to change %1. Nothing was changed.</source>
        <translation>%1 の変更は誰も依頼していません。何も変更されていません。</translation>
    </message>
    <message>
        <source>See: atlas model PROJECT history</source>
        <translation>次のコマンドで確認できます: atlas model PROJECT history</translation>
    </message>
    <message>
        <source>%1 asked for it and cannot approve it too. Nothing was changed.</source>
        <translation>依頼した %1 自身は承認できません。何も変更されていません。</translation>
    </message>
    <message>
        <source>The update policy asks for a second person.</source>
        <translation>更新方針により、2 人目の承認が必要です。</translation>
    </message>
    <message>
        <source>There is no earlier version of %1 to go back to.</source>
        <translation>%1 には、戻せる以前のバージョンがありません。</translation>
    </message>
    <message>
        <source>v%1 is no earlier version of %2. Nothing was changed.</source>
        <translation>v%1 は %2 の以前のバージョンではありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Go back to one that it has stood for: atlas model PROJECT history</source>
        <translation>これまでに指したことのあるバージョンに戻してください: atlas model PROJECT history</translation>
    </message>
    <message>
        <source>A number of samples or days in the update policy is not above 0.</source>
        <translation>更新方針のサンプル数または日数が 0 以下です。</translation>
    </message>
    <message>
        <source>Leave it out, or give 1 or more.</source>
        <translation>指定をやめるか、1 以上にしてください。</translation>
    </message>
    <message>
        <source>The score in the update policy is %1.</source>
        <translation>更新方針のスコアが %1 です。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot; to export to.</source>
        <translation>書き出し形式「%1」はありません。</translation>
    </message>
    <message>
        <source>The import or the window names them.</source>
        <translation>名前は取り込みの結果またはウィンドウで確認できます。</translation>
    </message>
    <message>
        <source>%1 is there already and not empty.</source>
        <translation>%1 はすでにあり、空ではありません。</translation>
    </message>
    <message>
        <source>Choose a new folder; nothing is ever overwritten.</source>
        <translation>新しいフォルダーを選んでください。何も上書きしません。</translation>
    </message>
    <message>
        <source>Nothing can be written in %1: %2.</source>
        <translation>%1 に書き込めません: %2。</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <translation>別のフォルダーを選ぶか、アクセス権を変更してください。</translation>
    </message>
    <message>
        <source>The export could not be given its name %1: %2.</source>
        <translation>書き出したものに名前 %1 を付けられませんでした: %2。</translation>
    </message>
    <message>
        <source>Nothing was exported. Choose another folder.</source>
        <translation>何も書き出されていません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 Nothing was exported.</source>
        <translation>%1何も書き出されていません。</translation>
    </message>
    <message>
        <source>Use a format that holds it: csv and jsonl hold everything.</source>
        <translation>保存できる形式を使ってください: csv と jsonl ならすべて保存できます。</translation>
    </message>
    <message>
        <source>The picture %1 could not be copied: %2.</source>
        <translation>画像 %1 をコピーできませんでした: %2。</translation>
    </message>
    <message>
        <source>Nothing was exported. Free space, or bring the picture back, and export again.</source>
        <translation>何も書き出されていません。空き容量を増やすか画像を元に戻して、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>Class folders hold pictures with one label each; this dataset is of another kind.</source>
        <translation>クラス別フォルダーに入れられるのは、ラベルが 1 つずつの画像です。このデータセットは種類が異なります。</translation>
    </message>
    <message>
        <source>A sample has no picture.</source>
        <translation>画像のないサンプルがあります。</translation>
    </message>
    <message>
        <source>A sample has several labels, or one with a weight.</source>
        <translation>複数のラベル、または重み付きのラベルを持つサンプルがあります。</translation>
    </message>
    <message>
        <source>Every line of this format names a picture; some samples have none.</source>
        <translation>この形式では各行に画像が必要ですが、画像のないサンプルがあります。</translation>
    </message>
    <message>
        <source>Labels have weights, which this format does not know.</source>
        <translation>ラベルに重みがありますが、この形式では重みを扱えません。</translation>
    </message>
    <message>
        <source>The folder %1 could not be removed: %2.</source>
        <translation>フォルダー %1 を削除できませんでした: %2。</translation>
    </message>
    <message>
        <source>Close other programs that use the project and try again.</source>
        <translation>このプロジェクトを使っているほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>Pictures in assets and weights in models are separate files and not touched by this. Put back the newest copy from the folder backups.</source>
        <translation>assets の画像と models の重みは別のファイルなので、影響を受けていません。フォルダー backups から最も新しいコピーを戻してください。</translation>
    </message>
    <message>
        <source>Give the folder of a project.</source>
        <translation>プロジェクトのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 を読み取れません。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>アクセス権を確認してください。</translation>
    </message>
    <message>
        <source>%1 is damaged: it has %2 bytes, a database has at least 100.</source>
        <translation>%1 が壊れています: %2 バイトしかありません。データベースは 100 バイト以上あります。</translation>
    </message>
    <message>
        <source>%1 is damaged or no database: it does not begin as SQLite files do.</source>
        <translation>%1 は壊れているか、データベースではありません: 先頭が SQLite ファイルの形式と異なります。</translation>
    </message>
    <message>
        <source>%1 is an SQLite database of another program (application id %2), not a project.</source>
        <translation>%1 は別のプログラムの SQLite データベース (アプリケーション ID %2) で、プロジェクトではありません。</translation>
    </message>
    <message>
        <source>Give the folder of a project made by Atlas Workbench. Nothing was changed.</source>
        <translation>Atlas Workbench で作成したプロジェクトのフォルダーを指定してください。何も変更されていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an absolute path; it was not unpacked.</source>
        <translation>&quot;%1&quot; は絶対パスです。展開しませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a backslash; it was not unpacked.</source>
        <translation>&quot;%1&quot; はバックスラッシュを含んでいます。展開しませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of the archive; it was not unpacked.</source>
        <translation>&quot;%1&quot; はアーカイブの外を指しています。展開しませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too long; it was not unpacked.</source>
        <translation>&quot;%1&quot; は長すぎます。展開しませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names nothing; it was not unpacked.</source>
        <translation>&quot;%1&quot; はファイルの名前になっていません。展開しませんでした。</translation>
    </message>
    <message>
        <source>The encoding of the names is not known.</source>
        <translation>名前の文字コードがわかりません。</translation>
    </message>
    <message>
        <source>Pack the folder again with a program that writes UTF-8.</source>
        <translation>UTF-8 で書くプログラムでフォルダーを圧縮し直してください。</translation>
    </message>
    <message>
        <source>Names were read as %1.</source>
        <translation>名前を %1 として読みました。</translation>
    </message>
    <message>
        <source>If they look wrong, pack the folder again with a program that writes UTF-8.</source>
        <translation>文字がおかしいときは、UTF-8 で書くプログラムでフォルダーを圧縮し直してください。</translation>
    </message>
    <message>
        <source>The archive is damaged or encrypted: %1. Nothing was imported.</source>
        <translation>アーカイブが壊れているか、暗号化されています: %1。何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>The archive is damaged or encrypted: it ends early. Nothing was imported.</source>
        <translation>アーカイブが壊れているか、暗号化されています: 途中で終わっています。何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>Copy it again, or unpack it yourself and import the folder.</source>
        <translation>もう一度コピーするか、自分で展開してからそのフォルダーを取り込んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link or a device; it was not unpacked.</source>
        <translation>&quot;%1&quot; はリンクまたはデバイスです。展開しませんでした。</translation>
    </message>
    <message>
        <source>The archive holds more than %1 files. Unpacking was stopped and nothing was imported.</source>
        <translation>アーカイブに %1 個を超えるファイルがあります。展開を中止し、何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>Pack the file again under a plain name inside the archive.</source>
        <translation>アーカイブの中を指す普通の名前にして、ファイルを圧縮し直してください。</translation>
    </message>
    <message>
        <source>The archive could not be unpacked: %1.</source>
        <translation>アーカイブを展開できませんでした: %1。</translation>
    </message>
    <message>
        <source>Free some space and import again; nothing was changed.</source>
        <translation>空き容量を増やしてから、もう一度取り込んでください。何も変更していません。</translation>
    </message>
    <message>
        <source>The archive inflates to more than a hundred times its size, or 64 GB. Unpacking was stopped and nothing was imported.</source>
        <translation>アーカイブを展開すると、元の 100 倍または 64 GB を超えます。展開を中止し、何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>If you trust it, unpack it yourself and import the folder.</source>
        <translation>信頼できるものなら、自分で展開してからそのフォルダーを取り込んでください。</translation>
    </message>
    <message>
        <source>The name stands twice in the archive, or is that of a folder, too; the first was taken.</source>
        <translation>同じ名前がアーカイブに 2 つあるか、フォルダーと同じ名前です。最初のものを使いました。</translation>
    </message>
    <message>
        <source>Give every file a name of its own.</source>
        <translation>すべてのファイルに別々の名前を付けてください。</translation>
    </message>
    <message>
        <source>No folder could be made to unpack the archive in %1.</source>
        <translation>アーカイブを展開するフォルダーを %1 に作れませんでした。</translation>
    </message>
    <message>
        <source>Check its permissions and the space that is left.</source>
        <translation>アクセス権と空き容量を確認してください。</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 を %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>The first line looks like data, not like names of columns. It was taken as the first row: %1.</source>
        <translation>最初の行は列の名前ではなくデータのようです。1 件目のデータとして扱いました: %1。</translation>
    </message>
    <message>
        <source>Say otherwise with --map text=&quot;column 1&quot;, or put a line of names before it.</source>
        <translation>違う場合は --map text=&quot;column 1&quot; のように指定するか、その前に列の名前の行を入れてください。</translation>
    </message>
    <message>
        <source>The line of column names cannot be read: %1.</source>
        <translation>列の名前の行を読めません: %1。</translation>
    </message>
    <message>
        <source>expected %1 fields, found %2</source>
        <translation>項目が %1 個必要ですが、%2 個です</translation>
    </message>
    <message>
        <source>%1 files of the system were passed over.</source>
        <translation>システムのファイル %1 個を除きました。</translation>
    </message>
    <message>
        <source>The folder holds no pictures.</source>
        <translation>フォルダーに画像がありません。</translation>
    </message>
    <message>
        <source>Choose the folder that holds the class folders.</source>
        <translation>クラスごとのフォルダーが入っているフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The folder holds no picture; no class was made of it.</source>
        <translation>フォルダーに画像がありません。クラスは作りませんでした。</translation>
    </message>
    <message>
        <source>What lies in this folder was given the class &quot;%1&quot;.</source>
        <translation>このフォルダーの中のものには、クラス &quot;%1&quot; を付けました。</translation>
    </message>
    <message>
        <source>A link to a folder; it was not followed.</source>
        <translation>フォルダーへのリンクです。その先は読みませんでした。</translation>
    </message>
    <message>
        <source>Put the folder itself here.</source>
        <translation>フォルダーそのものをここに置いてください。</translation>
    </message>
    <message>
        <source>Not a picture of a known format.</source>
        <translation>対応している形式の画像ではありません。</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 を開けません。</translation>
    </message>
    <message>
        <source>Check that it exists and may be read.</source>
        <translation>ファイルがあり、読み取れるかを確認してください。</translation>
    </message>
    <message>
        <source>%1 is cut off or damaged (%2).</source>
        <translation>%1 は途中で切れているか、壊れています (%2)。</translation>
    </message>
    <message>
        <source>Copy the file again from where it came.</source>
        <translation>元の場所からファイルをコピーし直してください。</translation>
    </message>
    <message>
        <source>%1 inflates to more than a hundred times its size.</source>
        <translation>%1 を展開すると、元の 100 倍を超えます。</translation>
    </message>
    <message>
        <source>If you trust it, unpack it yourself and import what was packed.</source>
        <translation>信頼できるものなら、自分で展開してから中身を取り込んでください。</translation>
    </message>
    <message>
        <source>%1 pictures beside this file are not named in it (or their line was left out); they were not imported.</source>
        <translation>このファイルの隣にある %1 個の画像は、このファイルに名前がない (またはその行を除いた) ため、取り込みませんでした。</translation>
    </message>
    <message>
        <source>Add a line for each, or import the folder with --format folder.</source>
        <translation>それぞれの行を追加するか、--format folder でフォルダーを取り込んでください。</translation>
    </message>
    <message>
        <source>The folder and the folders in it hold no metadata.jsonl or metadata.csv.</source>
        <translation>フォルダーにもその中のフォルダーにも、metadata.jsonl や metadata.csv がありません。</translation>
    </message>
    <message>
        <source>There are %1 labels for %2 pictures; nothing was imported.</source>
        <translation>画像 %2 個に対してラベルが %1 個あります。何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>The two files do not belong together.</source>
        <translation>2 つのファイルの組み合わせが正しくありません。</translation>
    </message>
    <message>
        <source>The label %1 is not among the %2 classes of labels.txt.</source>
        <translation>ラベル %1 は、labels.txt の %2 個のクラスの中にありません。</translation>
    </message>
    <message>
        <source>Add the missing names, one a line.</source>
        <translation>足りない名前を 1 行に 1 つずつ追加してください。</translation>
    </message>
    <message>
        <source>There is no file named *-images-idx3-ubyte here.</source>
        <translation>*-images-idx3-ubyte という名前のファイルがここにありません。</translation>
    </message>
    <message>
        <source>Choose an IDX file as MNIST has them, or copy it again from where it came.</source>
        <translation>MNIST と同じ形式の IDX ファイルを選ぶか、元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>The file ends inside its header.</source>
        <translation>ファイルがヘッダーの途中で終わっています。</translation>
    </message>
    <message>
        <source>The file begins with the number %1, expected %2.</source>
        <translation>ファイルの最初の数は %2 のはずですが、%1 です。</translation>
    </message>
    <message>
        <source>The header tells pictures of %1 x %2 pixels.</source>
        <translation>ヘッダーには画像が %1 x %2 ピクセルと書かれています。</translation>
    </message>
    <message>
        <source>Data follows after the %1 items that the header tells.</source>
        <translation>ヘッダーにある %1 件の後に、さらにデータが続いています。</translation>
    </message>
    <message>
        <source>The file ends after %1 of %2 items.</source>
        <translation>%2 件のうち %1 件でファイルが終わっています。</translation>
    </message>
    <message>
        <source>And %1 more of this kind.</source>
        <translation>ほかに同じ問題が %1 件あります。</translation>
    </message>
    <message>
        <source>They lie in different splits: the test would be of what was learned. Take all but one out.</source>
        <translation>異なる区分に入っているため、学習した内容でテストすることになります。1 つを残してほかを除いてください。</translation>
    </message>
    <message>
        <source>Keep one; copies are never divided between training and test.</source>
        <translation>1 つを残してください。コピーが学習用とテスト用に分かれることはありません。</translation>
    </message>
    <message>
        <source>The same stands at several places: %1.</source>
        <translation>同じものが複数の場所にあります: %1。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 と %2</translation>
    </message>
    <message>
        <source>The same is labelled %1: %2. Unless the source says otherwise they were imported as disputed; no task uses them until somebody decides.</source>
        <translation>同じものに付いたラベルが %1 に分かれています: %2。元のデータに指定がない限り、「意見が分かれている」として取り込みました。誰かが決めるまで、どのタスクでも使いません。</translation>
    </message>
    <message>
        <source>Filter by review:disputed on the Data page and label them.</source>
        <translation>データページで review:disputed と入力して絞り込み、ラベルを付けてください。</translation>
    </message>
    <message>
        <source>These pictures look almost the same: %1.</source>
        <translation>次の画像はほとんど同じに見えます: %1。</translation>
    </message>
    <message>
        <source>%1 pictures look dark: %2.</source>
        <translation>%1 個の画像が暗く見えます: %2。</translation>
    </message>
    <message>
        <source>%1 pictures look almost white: %2.</source>
        <translation>%1 個の画像がほとんど白く見えます: %2。</translation>
    </message>
    <message>
        <source>%1 pictures look blurred: %2.</source>
        <translation>%1 個の画像がぼやけて見えます: %2。</translation>
    </message>
    <message>
        <source>%1 pictures look almost empty: %2.</source>
        <translation>%1 個の画像にほとんど何も写っていないようです: %2。</translation>
    </message>
    <message>
        <source>Look at them: what cannot be seen cannot be learned.</source>
        <translation>画像を見てください。見えないものは学べません。</translation>
    </message>
    <message>
        <source>Windows and macOS take the names %1 and %2 for one. Both were imported.</source>
        <translation>Windows と macOS では、名前 %1 と %2 が同じものとして扱われます。どちらも取り込みました。</translation>
    </message>
    <message>
        <source>Rename one before the folder is copied to such a system.</source>
        <translation>そのようなシステムにフォルダーをコピーする前に、どちらかの名前を変えてください。</translation>
    </message>
    <message>
        <source>These are probably spellings of one class: %1. They were imported as they are.</source>
        <translation>1 つのクラスの表記ゆれと思われます: %1。そのまま取り込みました。</translation>
    </message>
    <message>
        <source>Merge the classes on the Data page, or mend the source.</source>
        <translation>データページでクラスを 1 つにまとめるか、元のデータを直してください。</translation>
    </message>
    <message>
        <source>There is only one class, &quot;%1&quot;: nothing can be told apart.</source>
        <translation>クラスが &quot;%1&quot; の 1 つしかありません。見分けるものがありません。</translation>
    </message>
    <message>
        <source>Import or label samples of another class before training.</source>
        <translation>学習の前に、別のクラスのサンプルを取り込むか、ラベルを付けてください。</translation>
    </message>
    <message>
        <source>The text is %1 kB long. It is kept whole, but a backbone reads only its beginning, some hundred words.</source>
        <translation>テキストの長さが %1 kB あります。全体を保存しますが、バックボーンが読むのは最初の数百語だけです。</translation>
    </message>
    <message>
        <source>Put what matters first, or cut the text into samples.</source>
        <translation>大切なことを最初に書くか、テキストを分けて複数のサンプルにしてください。</translation>
    </message>
    <message>
        <source>The dataset needs a name.</source>
        <translation>データセットに名前が必要です。</translation>
    </message>
    <message>
        <source>Give one with --dataset NAME.</source>
        <translation>--dataset NAME で指定してください。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; という項目はありません。</translation>
    </message>
    <message>
        <source>Use id, image, image2, text, text2, question, choice0, choice1, ..., label, split, group or unused.</source>
        <translation>id、image、image2、text、text2、question、choice0、choice1、...、label、split、group、unused のどれかを使ってください。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; という形式はありません。</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; is of the kind %2 with several labels a sample; nothing was imported.</source>
        <translation>データセット &quot;%1&quot; は、1 つのサンプルに複数のラベルを付ける %2 という種類です。何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; is of the kind %2 with one label a sample; nothing was imported.</source>
        <translation>データセット &quot;%1&quot; は、1 つのサンプルに 1 つのラベルを付ける %2 という種類です。何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>Import into a dataset with another name.</source>
        <translation>別の名前のデータセットに取り込んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist or may not be read.</source>
        <translation>&quot;%1&quot; が存在しないか、読み取れません。</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>パスとアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>No format was recognised.</source>
        <translation>形式がわかりませんでした。</translation>
    </message>
    <message>
        <source>Name it with --format: %1.</source>
        <translation>--format で指定してください: %1。</translation>
    </message>
    <message>
        <source>The file is larger than 200 MB.</source>
        <translation>ファイルが 200 MB を超えています。</translation>
    </message>
    <message>
        <source>Save the picture smaller.</source>
        <translation>画像を小さくして保存してください。</translation>
    </message>
    <message>
        <source>%1 pictures were turned upright as their EXIF data says.</source>
        <translation>%1 個の画像を、EXIF の情報に従って正しい向きに回転しました。</translation>
    </message>
    <message>
        <source>%1 pictures became 8-bit RGB: grey ones, 16-bit ones (scaled), printing inks, transparency (on white).</source>
        <translation>%1 個の画像を 8 ビット RGB に変換しました (グレー、16 ビット (縮尺を変換)、印刷用のインク、透明 (白の上))。</translation>
    </message>
    <message>
        <source>%1 samples have no label yet.</source>
        <translation>%1 件のサンプルにまだラベルがありません。</translation>
    </message>
    <message>
        <source>Label them on the Data page before a task is made of them.</source>
        <translation>タスクを作る前に、データページでラベルを付けてください。</translation>
    </message>
    <message>
        <source>The row has no %1, which the kind %2 needs.</source>
        <translation>この行に、種類 %2 に必要な %1 がありません。</translation>
    </message>
    <message>
        <source>Fill it in and import again; the other rows are kept.</source>
        <translation>記入してもう一度取り込んでください。ほかの行はそのまま残ります。</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; was borne by an earlier row; this one was taken without.</source>
        <translation>ID &quot;%1&quot; は前の行で使われているため、この行は ID なしで取り込みました。</translation>
    </message>
    <message>
        <source>Give every row an id of its own, or none.</source>
        <translation>すべての行に別々の ID を付けるか、ID をなしにしてください。</translation>
    </message>
    <message>
        <source>%1 samples were in the dataset already; they were brought up to date.</source>
        <translation>%1 件のサンプルはすでにデータセットにあり、新しい内容に更新しました。</translation>
    </message>
    <message>
        <source>%1 verified samples have other labels in the source; theirs were kept.</source>
        <translation>確認済みのサンプル %1 件は、元のデータのラベルと異なります。確認済みのラベルを残しました。</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands there twice, the last one counts</source>
        <translation>キー &quot;%1&quot; が 2 回あるため、最後のものを使いました</translation>
    </message>
    <message>
        <source>half letters became %1, NaN and Infinity nothing</source>
        <translation>半分だけの文字を %1 に、NaN と Infinity を値なしにしました</translation>
    </message>
    <message>
        <source>half letters (lone surrogates) became %1</source>
        <translation>半分だけの文字 (孤立したサロゲート) を %1 にしました</translation>
    </message>
    <message>
        <source>NaN or Infinity became nothing</source>
        <translation>NaN または Infinity を値なしにしました</translation>
    </message>
    <message>
        <source>array</source>
        <translation>配列</translation>
    </message>
    <message>
        <source>string</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>真偽値</translation>
    </message>
    <message>
        <source>the record is longer than 16 MB</source>
        <translation>レコードが 16 MB を超えています</translation>
    </message>
    <message>
        <source>the record is nested deeper than 64 levels</source>
        <translation>レコードの入れ子が 64 段を超えています</translation>
    </message>
    <message>
        <source>not valid JSON (%1)</source>
        <translation>正しい JSON ではありません (%1)</translation>
    </message>
    <message>
        <source>expected an object {...}, found %1</source>
        <translation>オブジェクト {...} が必要ですが、%1 です</translation>
    </message>
    <message>
        <source>the array is not closed: the file ends early</source>
        <translation>配列が閉じられておらず、ファイルが途中で終わっています</translation>
    </message>
    <message>
        <source>the weight of &quot;%1&quot; is not a number from 0 to 1</source>
        <translation>&quot;%1&quot; の重みが 0 から 1 までの数ではありません</translation>
    </message>
    <message>
        <source>an entry of the list has no answer</source>
        <translation>リストの中に回答のないものがあります</translation>
    </message>
    <message>
        <source>the list holds something that is not a word</source>
        <translation>リストの中に単語ではないものがあります</translation>
    </message>
    <message>
        <source>several labels on one sample</source>
        <translation>1 つのサンプルに複数のラベルがあります</translation>
    </message>
    <message>
        <source>one option must be right, found a list</source>
        <translation>正しい選択肢は 1 つのはずですが、リストになっています</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; names none of the %2 options (positions count from 0)</source>
        <translation>ラベル &quot;%1&quot; は、%2 個の選択肢のどれでもありません (位置は 0 から数えます)</translation>
    </message>
    <message>
        <source>Copy the picture again from where it came.</source>
        <translation>元の場所から画像をコピーし直してください。</translation>
    </message>
    <message>
        <source>The picture has %1 x %2 pixels; at most 100 million are read.</source>
        <translation>画像が %1 x %2 ピクセルあります。読めるのは 1 億ピクセルまでです。</translation>
    </message>
    <message>
        <source>Make it smaller; the backbone sees far fewer pixels.</source>
        <translation>小さくしてください。バックボーンが見るピクセルはずっと少数です。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>The file is not a picture of a known format.</source>
        <translation>対応している形式の画像ではないファイルです。</translation>
    </message>
    <message>
        <source>Save it as PNG or JPEG; BMP, WebP, TIFF, GIF and PNM are read, too.</source>
        <translation>PNG または JPEG で保存してください。BMP、WebP、TIFF、GIF、PNM も読めます。</translation>
    </message>
    <message>
        <source>The %1 is damaged: %2.</source>
        <translation>%1 が壊れています: %2。</translation>
    </message>
    <message>
        <source>The picture has only %1 x %2 pixels.</source>
        <translation>画像が %1 x %2 ピクセルしかありません。</translation>
    </message>
    <message>
        <source>Look at it on the Data page: so few pixels rarely show anything.</source>
        <translation>データページで見てください。これほど小さいと、ほとんど何も写っていません。</translation>
    </message>
    <message>
        <source>The picture is a thin strip of %1 x %2 pixels.</source>
        <translation>画像が %1 x %2 ピクセルの細長い帯です。</translation>
    </message>
    <message>
        <source>Cut out the part that matters: shrunk as a whole it shows little.</source>
        <translation>必要な部分を切り出してください。全体を縮めるとほとんど何も見えません。</translation>
    </message>
    <message>
        <source>The JPEG&apos;s data ends early: its last %1 of %2 rows are missing. It was taken as it is.</source>
        <translation>JPEG のデータが途中で終わっています。%2 行のうち最後の %1 行がありません。そのまま取り込みました。</translation>
    </message>
    <message>
        <source>The file holds several pictures; the first was taken.</source>
        <translation>ファイルに複数の画像があります。最初のものを使いました。</translation>
    </message>
    <message>
        <source>Save the others as files of their own if they are samples, too.</source>
        <translation>ほかの画像もサンプルにする場合は、別々のファイルに保存してください。</translation>
    </message>
    <message>
        <source>The file holds a %1; its name does not say so.</source>
        <translation>ファイルの中身は %1 ですが、名前に表れていません。</translation>
    </message>
    <message>
        <source>The file holds a %1, its name says otherwise.</source>
        <translation>ファイルの中身は %1 ですが、名前は別の形式になっています。</translation>
    </message>
    <message>
        <source>The column %1 stands there twice.</source>
        <translation>列 %1 が 2 つあります。</translation>
    </message>
    <message>
        <source>Rename one of the two in the table.</source>
        <translation>表の中で、どちらかの名前を変えてください。</translation>
    </message>
    <message>
        <source>There is no column %1; there are %2.</source>
        <translation>列 %1 がありません。あるのは %2 です。</translation>
    </message>
    <message>
        <source>Check the names given with --map.</source>
        <translation>--map で指定した名前を確認してください。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is not used.</source>
        <translation>列 &quot;%1&quot; を使っていません。</translation>
    </message>
    <message>
        <source>Say what it is: in the window under &quot;How the table is read&quot;, else with --map FIELD=%1.</source>
        <translation>何の列かを指定してください。ウィンドウでは「表の読み方」、コマンドでは --map FIELD=%1 です。</translation>
    </message>
    <message>
        <source>&quot;image, text or question&quot;, &quot;label&quot;</source>
        <translation>&quot;image、text、question のどれか&quot;, &quot;label&quot;</translation>
    </message>
    <message>
        <source>&quot;image, text or question&quot;</source>
        <translation>&quot;image、text、question のどれか&quot;</translation>
    </message>
    <message>
        <source>No column was recognised for %1. Columns not used: none.</source>
        <translation>%1 にあたる列がわかりませんでした。使っていない列はありません。</translation>
    </message>
    <message>
        <source>No column was recognised for %1. Columns not used: %2.</source>
        <translation>%1 にあたる列がわかりませんでした。使っていない列: %2。</translation>
    </message>
    <message>
        <source>Say which one it is: in the window under &quot;How the table is read&quot;, else with --map FIELD=COLUMN, or remove the others to import without labels.</source>
        <translation>どの列かを指定してください。ウィンドウでは「表の読み方」、コマンドでは --map FIELD=COLUMN です。または、ほかの列を取り除けばラベルなしで取り込めます。</translation>
    </message>
    <message>
        <source>Say which one it is: in the window under &quot;How the table is read&quot;, else with --map FIELD=COLUMN.</source>
        <translation>どの列かを指定してください。ウィンドウでは「表の読み方」、コマンドでは --map FIELD=COLUMN です。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of two pictures.</source>
        <translation>&quot;%1&quot; は 2 つの画像のリストでなければなりません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of options.</source>
        <translation>&quot;%1&quot; は選択肢のリストでなければなりません。</translation>
    </message>
    <message>
        <source>An option is empty.</source>
        <translation>空の選択肢があります。</translation>
    </message>
    <message>
        <source>Two options are the same.</source>
        <translation>同じ選択肢が 2 つあります。</translation>
    </message>
    <message>
        <source>Give every option once.</source>
        <translation>どの選択肢も 1 回だけにしてください。</translation>
    </message>
    <message>
        <source>The label cannot be used: %1.</source>
        <translation>ラベルを使えません: %1。</translation>
    </message>
    <message>
        <source>Give the position of the right option, counted from 0.</source>
        <translation>正しい選択肢の位置を、0 から数えて指定してください。</translation>
    </message>
    <message>
        <source>Give one label, or import with --multi-label where several hold.</source>
        <translation>ラベルを 1 つにするか、複数が当てはまる場合は --multi-label を付けて取り込んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no state of review.</source>
        <translation>&quot;%1&quot; という確認状態はありません。</translation>
    </message>
    <message>
        <source>Use unlabelled, labelled, verified, disputed or skipped.</source>
        <translation>unlabelled、labelled、verified、disputed、skipped のどれかを使ってください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no split.</source>
        <translation>&quot;%1&quot; という区分はありません。</translation>
    </message>
    <message>
        <source>Use train, validation or test.</source>
        <translation>train、validation、test のどれかを使ってください。</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>質問が空です。</translation>
    </message>
    <message>
        <source>Fill it in, or take the row out, if it makes no sense without.</source>
        <translation>記入するか、質問なしでは意味がない場合は行を取り除いてください。</translation>
    </message>
    <message>
        <source>The row was mended: %1.</source>
        <translation>行を直して読みました: %1。</translation>
    </message>
    <message>
        <source>Look at it, and mend the source.</source>
        <translation>確認して、元のデータを直してください。</translation>
    </message>
    <message>
        <source>Some labels are words, %1 are numbers or truth values (lines %2). Those became the words that JSON writes for them (3, true).</source>
        <translation>ラベルには文字のものと、数値または真偽値のもの %1 件 (行 %2) があります。数値と真偽値は、JSON の書き方どおりの文字 (3、true) にしました。</translation>
    </message>
    <message>
        <source>Write all labels as words, or all as numbers.</source>
        <translation>すべてのラベルを文字にするか、すべて数値にしてください。</translation>
    </message>
    <message>
        <source>The row was left out: %1.</source>
        <translation>行を除きました: %1。</translation>
    </message>
    <message>
        <source>Mend this line and import again; the others are kept.</source>
        <translation>この行を直してもう一度取り込んでください。ほかの行はそのまま残ります。</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>表に行がありません。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>There are %1 labels for %2 rows of %3; nothing was imported.</source>
        <translation>%3 の %2 行に対してラベルが %1 個あります。何も取り込みませんでした。</translation>
    </message>
    <message>
        <source>One line of labels belongs to every row, in the same order.</source>
        <translation>各行に 1 行ずつ、同じ順番でラベルが必要です。</translation>
    </message>
    <message>
        <source>text follows a closing quote</source>
        <translation>閉じる引用符の後に文字が続いています</translation>
    </message>
    <message>
        <source>a quote is opened and never closed</source>
        <translation>引用符が開いたまま閉じられていません</translation>
    </message>
    <message>
        <source>a field holds more than 16 MB</source>
        <translation>16 MB を超える項目があります</translation>
    </message>
    <message>
        <source>zero bytes were taken out of it</source>
        <translation>ゼロのバイトを取り除きました</translation>
    </message>
    <message>
        <source>Put the file into the imported folder and name it relative to the table.</source>
        <translation>ファイルを取り込むフォルダーに入れ、表から見た相対的な名前を書いてください。</translation>
    </message>
    <message>
        <source>Check the spelling, upper and lower case included, or add the file.</source>
        <translation>大文字と小文字も含めて名前を確認するか、ファイルを追加してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a zero byte; it was not opened.</source>
        <translation>&quot;%1&quot; はゼロのバイトを含んでいます。開きませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a network address; pictures are only read from this computer; it was not opened.</source>
        <translation>&quot;%1&quot; はネットワークのアドレスです。画像はこのコンピューターからだけ読むため、開きませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an absolute path; it was not opened.</source>
        <translation>&quot;%1&quot; は絶対パスです。開きませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies outside the imported folder; it was not opened.</source>
        <translation>&quot;%1&quot; は取り込むフォルダーの外にあります。開きませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a link out of the imported folder; it was not opened.</source>
        <translation>&quot;%1&quot; は取り込むフォルダーの外へのリンクです。開きませんでした。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not exist.</source>
        <translation>&quot;%1&quot; が存在しません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file.</source>
        <translation>&quot;%1&quot; はファイルではありません。</translation>
    </message>
    <message>
        <source>The folder holds %1 tables and none is named train, validation or test.</source>
        <translation>フォルダーに表が %1 個ありますが、train、validation、test という名前のものがありません。</translation>
    </message>
    <message>
        <source>Choose one file, or name them by split.</source>
        <translation>ファイルを 1 つ選ぶか、区分の名前を付けてください。</translation>
    </message>
    <message>
        <source>Not named by a split; it was not read.</source>
        <translation>区分の名前が付いていないため、読みませんでした。</translation>
    </message>
    <message>
        <source>One file of labels cannot belong to %1 tables.</source>
        <translation>1 つのラベルファイルを %1 個の表に使うことはできません。</translation>
    </message>
    <message>
        <source>Import the tables one by one, or name the labels &lt;table&gt;-labels.lst.</source>
        <translation>表を 1 つずつ取り込むか、ラベルのファイルを &lt;table&gt;-labels.lst という名前にしてください。</translation>
    </message>
    <message>
        <source>The folder holds no table of this format.</source>
        <translation>フォルダーにこの形式の表がありません。</translation>
    </message>
    <message>
        <source>Choose the file, or another format.</source>
        <translation>ファイルか別の形式を選んでください。</translation>
    </message>
    <message>
        <source>Read as %1, but %2 is nearly as likely.</source>
        <translation>%1 として読みましたが、%2 もほぼ同じくらいありえます。</translation>
    </message>
    <message>
        <source>Look at the letters. If they are wrong, choose %1 (on the command line: --encoding %2), or save the file as UTF-8.</source>
        <translation>文字を確認してください。おかしい場合は %1 を選ぶか (コマンドでは --encoding %2)、ファイルを UTF-8 で保存してください。</translation>
    </message>
    <message>
        <source>Read as %1 (found by statistics).</source>
        <translation>%1 として読みました (統計から判断)。</translation>
    </message>
    <message>
        <source>Read as %1.</source>
        <translation>%1 として読みました。</translation>
    </message>
    <message>
        <source>If letters look wrong, choose another encoding (on the command line: --encoding).</source>
        <translation>文字がおかしい場合は、別の文字コードを選んでください (コマンドでは --encoding)。</translation>
    </message>
    <message>
        <source>Unicode (UTF-8)</source>
        <translation>Unicode (UTF-8)</translation>
    </message>
    <message>
        <source>Unicode (UTF-16)</source>
        <translation>Unicode (UTF-16)</translation>
    </message>
    <message>
        <source>Japanese (CP932, Shift JIS)</source>
        <translation>日本語 (CP932、Shift JIS)</translation>
    </message>
    <message>
        <source>Japanese (EUC-JP)</source>
        <translation>日本語 (EUC-JP)</translation>
    </message>
    <message>
        <source>Japanese (ISO-2022-JP)</source>
        <translation>日本語 (ISO-2022-JP)</translation>
    </message>
    <message>
        <source>Western European (CP1252)</source>
        <translation>西ヨーロッパ言語 (CP1252)</translation>
    </message>
    <message>
        <source>Central European (CP1250)</source>
        <translation>中央ヨーロッパ言語 (CP1250)</translation>
    </message>
    <message>
        <source>Cyrillic (CP1251)</source>
        <translation>キリル文字 (CP1251)</translation>
    </message>
    <message>
        <source>Greek (CP1253)</source>
        <translation>ギリシャ語 (CP1253)</translation>
    </message>
    <message>
        <source>Turkish (CP1254)</source>
        <translation>トルコ語 (CP1254)</translation>
    </message>
    <message>
        <source>Chinese, simplified (GB18030)</source>
        <translation>中国語 (簡体字、GB18030)</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5)</source>
        <translation>中国語 (繁体字、Big5)</translation>
    </message>
    <message>
        <source>Korean (CP949)</source>
        <translation>韓国語 (CP949)</translation>
    </message>
    <message>
        <source>The file is not text in the encoding %1.</source>
        <translation>ファイルは文字コード %1 のテキストではありません。</translation>
    </message>
    <message>
        <source>Choose another encoding, or let it be found out.</source>
        <translation>別の文字コードを選ぶか、自動で判断させてください。</translation>
    </message>
    <message>
        <source>The file is not text in any known encoding.</source>
        <translation>ファイルは、どの既知の文字コードのテキストでもありません。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and import again.</source>
        <translation>UTF-8 で保存して、もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>Choose the folder that holds questions and annotations as VQA has them.</source>
        <translation>VQA の形式の質問と注釈が入っているフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>expected an object {...}</source>
        <translation>オブジェクト {...} が必要です</translation>
    </message>
    <message>
        <source>The file is nested deeper than 64 levels.</source>
        <translation>ファイルの入れ子が 64 段を超えています。</translation>
    </message>
    <message>
        <source>There is no list &quot;%1&quot; in it.</source>
        <translation>リスト &quot;%1&quot; がありません。</translation>
    </message>
    <message>
        <source>The file is not valid JSON.</source>
        <translation>ファイルが正しい JSON ではありません。</translation>
    </message>
    <message>
        <source>Copy it again.</source>
        <translation>もう一度コピーしてください。</translation>
    </message>
    <message>
        <source>There is no JSON file with a list of questions here.</source>
        <translation>質問のリストを含む JSON ファイルがここにありません。</translation>
    </message>
    <message>
        <source>The label &quot;%1&quot; has the weight %2, expected more than 0.</source>
        <translation>ラベル「%1」の重みが %2 です。0 より大きい必要があります。</translation>
    </message>
    <message>
        <source>The label &quot;%1&quot; stands twice on one sample.</source>
        <translation>1 つのサンプルにラベル「%1」が 2 回付いています。</translation>
    </message>
    <message>
        <source>Bringing %1 up to date needs %2 MiB of free space, there are %3 MiB. Nothing was changed.</source>
        <translation>%1 を最新の形式にするには %2 MiB の空き容量が必要ですが、%3 MiB しかありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Free some space, then open the project again.</source>
        <translation>空き容量を増やして、プロジェクトを開き直してください。</translation>
    </message>
    <message>
        <source>The folder %1 for the backup before an update cannot be used: %2. The project was not changed.</source>
        <translation>更新前のバックアップ用のフォルダー %1 を使えません: %2。プロジェクトは変更されていません。</translation>
    </message>
    <message>
        <source>Check its permissions and the disk.</source>
        <translation>アクセス権とディスクを確認してください。</translation>
    </message>
    <message>
        <source>The backup %1 is not sound: %2.</source>
        <translation>バックアップ %1 が正常ではありません: %2。</translation>
    </message>
    <message>
        <source>The project was not changed. Run: atlas verify</source>
        <translation>プロジェクトは変更されていません。次のコマンドを実行してください: atlas verify</translation>
    </message>
    <message>
        <source>%1: a row of table %2 names a row that does not exist. The project was not changed.</source>
        <translation>%1: テーブル %2 の行が、存在しない行を参照しています。プロジェクトは変更されていません。</translation>
    </message>
    <message>
        <source>Run: atlas verify</source>
        <translation>次のコマンドを実行してください: atlas verify</translation>
    </message>
    <message>
        <source>it has a %1 that this program does not make</source>
        <translation>このプログラムが作らない %1 があります</translation>
    </message>
    <message>
        <source>its %1 is not as this program makes it</source>
        <translation>%1 がこのプログラムの作るものと異なります</translation>
    </message>
    <message>
        <source>it lacks the %1</source>
        <translation>%1 がありません</translation>
    </message>
    <message>
        <source>An opinion in the project reads &quot;%1&quot;, which is no list of classes.</source>
        <translation>プロジェクトにある意見の内容が「%1」で、クラスの一覧になっていません。</translation>
    </message>
    <message>
        <source>Check the project with: atlas verify</source>
        <translation>次のコマンドでプロジェクトを確認してください: atlas verify</translation>
    </message>
    <message>
        <source>The project folder %1 cannot be made: %2.</source>
        <translation>プロジェクトフォルダー %1 を作成できません: %2。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>空き容量を増やして、もう一度試してください。</translation>
    </message>
    <message>
        <source>Check the permissions of the folder above it.</source>
        <translation>1 つ上のフォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>%1 has schema version %2, this program knows versions 1 to %3. Nothing was changed.</source>
        <translation>%1 のスキーマのバージョンは %2 ですが、このプログラムが扱えるのは 1 から %3 までです。何も変更されていません。</translation>
    </message>
    <message>
        <source>The database is not whole: put back a copy from the folder backups.</source>
        <translation>データベースが不完全です: フォルダー backups からコピーを戻してください。</translation>
    </message>
    <message>
        <source>The project was written by a newer program: %1</source>
        <translation>このプロジェクトは、より新しいプログラムで書かれています: %1</translation>
    </message>
    <message>
        <source>Install the newer program, or open the project read-only.</source>
        <translation>新しいプログラムをインストールするか、プロジェクトを読み取り専用で開いてください。</translation>
    </message>
    <message>
        <source>%1 was changed by another program: %2.</source>
        <translation>%1 が別のプログラムによって変更されています: %2。</translation>
    </message>
    <message>
        <source>Do not use this file if you do not know where it comes from; put back a copy from backups.</source>
        <translation>出所の分からないファイルなら使わないでください。backups からコピーを戻してください。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 が壊れています: %2。</translation>
    </message>
    <message>
        <source>Pictures in assets and weights in models are separate files. Put back the newest copy from the folder backups, or recover rows with: sqlite3 project.db .recover</source>
        <translation>assets の画像と models の重みは別のファイルです。フォルダー backups から最も新しいコピーを戻すか、次のコマンドで行を復旧してください: sqlite3 project.db .recover</translation>
    </message>
    <message>
        <source>%1 is a frozen snapshot of the project %2: it shows what was handed over and never changes.</source>
        <translation>%1 はプロジェクト %2 の固定スナップショットです: 引き渡したときの内容を示し、変わることはありません。</translation>
    </message>
    <message>
        <source>Open it read-only; to change something, open the project itself.</source>
        <translation>読み取り専用で開いてください。変更するには、元のプロジェクトを開いてください。</translation>
    </message>
    <message>
        <source>%1 exists already and is not empty. Nothing was changed.</source>
        <translation>%1 はすでにあり、空ではありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Choose another name, or open it.</source>
        <translation>別の名前を選ぶか、それを開いてください。</translation>
    </message>
    <message>
        <source>%1 is no project: it has no file project.db.</source>
        <translation>%1 はプロジェクトではありません: ファイル project.db がありません。</translation>
    </message>
    <message>
        <source>Give the folder of a project, or make one with: atlas init</source>
        <translation>プロジェクトのフォルダーを指定するか、次のコマンドで作成してください: atlas init</translation>
    </message>
    <message>
        <source>The project %1 was opened read-only.</source>
        <translation>プロジェクト %1 は読み取り専用で開かれています。</translation>
    </message>
    <message>
        <source>Open it for writing to change it.</source>
        <translation>変更するには、書き込み用に開いてください。</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>別のプログラム</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1 (%3 のプロセス %2)</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>あるプログラム</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2.</source>
        <translation>%1 を作成できません: %2。</translation>
    </message>
    <message>
        <source>Check the permissions of the project folder and the space on its disk, or open it read-only.</source>
        <translation>プロジェクトフォルダーのアクセス権とディスクの空き容量を確認するか、読み取り専用で開いてください。</translation>
    </message>
    <message>
        <source>The project %1 is being written by %2.</source>
        <translation>プロジェクト %1 には %2 が書き込んでいます。</translation>
    </message>
    <message>
        <source>Close it there, or open it read-only. Nothing was changed.</source>
        <translation>そちらで閉じるか、読み取り専用で開いてください。何も変更されていません。</translation>
    </message>
    <message>
        <source>%1 cannot be locked: %2.</source>
        <translation>%1 をロックできません: %2。</translation>
    </message>
    <message>
        <source>The inputs of the decision for task %1 cannot be read: %2.</source>
        <translation>タスク %1 の判断の入力値を読み取れません: %2。</translation>
    </message>
    <message>
        <source>There is no run %1 to compare.</source>
        <translation>比較する実行 %1 がありません。</translation>
    </message>
    <message>
        <source>Runs are written as .csv or .json, not as &quot;%1&quot;. Nothing was written.</source>
        <translation>実行を書き出せるのは .csv か .json です。「%1」では書き出せません。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>Give the file one of these endings.</source>
        <translation>ファイル名の末尾をこのどちらかにしてください。</translation>
    </message>
    <message>
        <source>There is no run %1. Nothing was written.</source>
        <translation>実行 %1 はありません。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>A tag needs a word. No run was tagged.</source>
        <translation>タグには語が必要です。どの実行にもタグは付いていません。</translation>
    </message>
    <message>
        <source>Type one, as in: promising</source>
        <translation>次のように 1 語を入力してください: promising</translation>
    </message>
    <message>
        <source>There is no run %1. The note was not kept.</source>
        <translation>実行 %1 はありません。メモは保存されていません。</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>ビューには名前が必要です。</translation>
    </message>
    <message>
        <source>The view &quot;%1&quot; is no JSON.</source>
        <translation>ビュー「%1」の内容が JSON ではありません。</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>何も保存されていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names %2 runs, among them %3 and %4.</source>
        <translation>「%1」に当てはまる実行が %2 件あります (%3 や %4 など)。</translation>
    </message>
    <message>
        <source>Give more of the identifier.</source>
        <translation>識別子をもっと長く指定してください。</translation>
    </message>
    <message>
        <source>There is no run %1 to go on from.</source>
        <translation>続きを学習する元の実行 %1 がありません。</translation>
    </message>
    <message>
        <source>See the names with: atlas task PROJECT list</source>
        <translation>名前は次のコマンドで確認できます: atlas task PROJECT list</translation>
    </message>
    <message>
        <source>The run %1 is the model version v%2. It was not removed.</source>
        <translation>実行 %1 はモデルのバージョン v%2 です。削除されていません。</translation>
    </message>
    <message>
        <source>A model version stays, so that it can always be gone back to.</source>
        <translation>モデルのバージョンは、いつでも戻せるように残します。</translation>
    </message>
    <message>
        <source>The run %1 is being trained. It was not removed.</source>
        <translation>実行 %1 は学習中です。削除されていません。</translation>
    </message>
    <message>
        <source>Cancel it first.</source>
        <translation>先に中止してください。</translation>
    </message>
    <message>
        <source>The picture %1 is not among the project&apos;s pictures.</source>
        <translation>画像 %1 はプロジェクトの画像の中にありません。</translation>
    </message>
    <message>
        <source>There is no sample with the number %1. Nothing was changed.</source>
        <translation>番号 %1 のサンプルはありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>The snapshot %1 cannot be made: %2. Nothing was written.</source>
        <translation>スナップショット %1 を作成できません: %2。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み取れません: %2</translation>
    </message>
    <message>
        <source>Ask for the snapshot again.</source>
        <translation>スナップショットをもう一度もらってください。</translation>
    </message>
    <message>
        <source>%1: it cannot grow, the disk or a quota is full (%2). The last change was not made; everything before it is kept.</source>
        <translation>%1: ディスクまたは割り当て容量がいっぱいで、ファイルを大きくできません (%2)。最後の変更は行われていません。それより前の内容はすべて残っています。</translation>
    </message>
    <message>
        <source>Free some space, then do it again.</source>
        <translation>空き容量を増やして、もう一度実行してください。</translation>
    </message>
    <message>
        <source>%1: reading or writing failed: %2. The last change was not made; everything before it is kept.</source>
        <translation>%1: 読み書きに失敗しました: %2。最後の変更は行われていません。それより前の内容はすべて残っています。</translation>
    </message>
    <message>
        <source>Check the disk and the permissions of the project folder.</source>
        <translation>ディスクと、プロジェクトフォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>%1: out of memory: %2</source>
        <translation>%1: メモリが足りません: %2</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>ほかのプログラムを閉じて、もう一度試してください。</translation>
    </message>
    <message>
        <source>%1: another program is writing the database: %2</source>
        <translation>%1: 別のプログラムがデータベースに書き込んでいます: %2</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>終わるまで待って、もう一度試してください。</translation>
    </message>
    <message>
        <source>%1: the database is damaged: %2. The pictures in assets and the weights in models are separate files and not touched by this.</source>
        <translation>%1: データベースが壊れています: %2。assets の画像と models の重みは別のファイルなので、影響を受けていません。</translation>
    </message>
    <message>
        <source>Put back the newest copy from the folder backups, or recover rows with: sqlite3 project.db .recover</source>
        <translation>フォルダー backups から最も新しいコピーを戻すか、次のコマンドで行を復旧してください: sqlite3 project.db .recover</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>サンプル %1</translation>
    </message>
    <message>
        <source>single</source>
        <translation>単一ラベル</translation>
    </message>
    <message>
        <source>multi</source>
        <translation>複数ラベル</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>重み付きラベル</translation>
    </message>
    <message>
        <source>%1 of %2 labelled samples lack a field that the kind &quot;%3&quot; needs; the first lacks &quot;%4&quot; (%5).</source>
        <translation>ラベル付きサンプル %2 件のうち %1 件に、種類「%3」に必要な項目がありません。最初の 1 件には「%4」がありません (%5)。</translation>
    </message>
    <message>
        <source>Choose another kind, or import the data again with that field.</source>
        <translation>別の種類を選ぶか、その項目を含めてデータを取り込み直してください。</translation>
    </message>
    <message>
        <source>%1 has %2 labels, but the dataset &quot;%3&quot; takes one label a sample.</source>
        <translation>%1 にはラベルが %2 個ありますが、データセット「%3」ではサンプルごとにラベルは 1 つです。</translation>
    </message>
    <message>
        <source>Leave one label, or import the data with --multi-label.</source>
        <translation>ラベルを 1 つだけ残すか、--multi-label を付けてデータを取り込んでください。</translation>
    </message>
    <message>
        <source>%1: the right option is &quot;%2&quot;, expected a number from 0 to %3 - 1.</source>
        <translation>%1: 正しい選択肢が「%2」になっています。0 から %3 - 1 までの数である必要があります。</translation>
    </message>
    <message>
        <source>Correct the label, or import the data again.</source>
        <translation>ラベルを直すか、データを取り込み直してください。</translation>
    </message>
    <message>
        <source>train</source>
        <translation>学習用</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>検証用</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト用</translation>
    </message>
    <message>
        <source>The split &quot;%1&quot; would be empty: there are %2 labelled samples, and those that share a group, a picture or a text stay together.</source>
        <translation>区分「%1」が空になります: ラベル付きサンプルは %2 件あり、グループ、画像、テキストが同じものは分けられません。</translation>
    </message>
    <message>
        <source>Label or import more samples, or raise the share of that split above zero.</source>
        <translation>サンプルにもっとラベルを付けるか取り込む、またはその区分の割合を 0 より大きくしてください。</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; has %2 labelled samples of %3 classes; a task needs at least two classes.</source>
        <translation>データセット「%1」には、ラベル付きサンプルが %2 件、%3 クラス分あります。タスクには 2 つ以上のクラスが必要です。</translation>
    </message>
    <message>
        <source>The dataset &quot;%1&quot; has %2 labelled samples of %3 classes that the filter lets through; a task needs at least two classes.</source>
        <translation>データセット「%1」には、フィルターに合うラベル付きサンプルが %2 件、%3 クラス分あります。タスクには 2 つ以上のクラスが必要です。</translation>
    </message>
    <message>
        <source>Label samples of another class, or import more data.</source>
        <translation>別のクラスのサンプルにラベルを付けるか、データをさらに取り込んでください。</translation>
    </message>
    <message>
        <source>The labels of the dataset &quot;%1&quot; are of the form %2 now, but the task &quot;%3&quot; was made for %4.</source>
        <translation>データセット「%1」のラベルの形式は現在「%2」ですが、タスク「%3」は「%4」用に作成されています。</translation>
    </message>
    <message>
        <source>Correct the new labels, or make a new task of the dataset.</source>
        <translation>新しいラベルを直すか、データセットから新しいタスクを作ってください。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; is used by the run &quot;%2&quot;. Nothing was changed.</source>
        <translation>タスク「%1」は実行「%2」で使われています。何も変更されていません。</translation>
    </message>
    <message>
        <source>Its results would lose their meaning; make a new task instead.</source>
        <translation>結果が意味を失います。代わりに新しいタスクを作ってください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be called &quot;%2&quot;: the name is empty. Nothing was changed.</source>
        <translation>「%1」の名前を「%2」に変更できません: 名前が空です。何も変更されていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be called &quot;%2&quot;: the name is taken. Nothing was changed.</source>
        <translation>「%1」の名前を「%2」に変更できません: その名前はすでに使われています。何も変更されていません。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; is used by the sequence &quot;%2&quot;. Nothing was changed.</source>
        <translation>タスク「%1」はシーケンス「%2」で使われています。何も変更されていません。</translation>
    </message>
    <message>
        <source>Take it out of the sequence first.</source>
        <translation>先にシーケンスから外してください。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; is used by the task &quot;%2&quot;, its next version. Nothing was changed.</source>
        <translation>タスク「%1」は、その次のバージョンであるタスク「%2」で使われています。何も変更されていません。</translation>
    </message>
    <message>
        <source>Remove that one first.</source>
        <translation>先にそちらを削除してください。</translation>
    </message>
    <message>
        <source>The task &quot;%1&quot; is used by the task &quot;%2&quot;, its sandbox copy. Nothing was changed.</source>
        <translation>タスク「%1」は、そのサンドボックスコピーであるタスク「%2」で使われています。何も変更されていません。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot come back: there is another task of that name. Nothing was changed.</source>
        <translation>「%1」を元に戻せません: 同じ名前の別のタスクがあります。何も変更されていません。</translation>
    </message>
    <message>
        <source>Rename that one first.</source>
        <translation>先にそちらの名前を変更してください。</translation>
    </message>
    <message>
        <source>The dataset has no class &quot;%1&quot;.</source>
        <translation>データセットにクラス「%1」がありません。</translation>
    </message>
    <message>
        <source>Choose one of its classes for the filter.</source>
        <translation>フィルターには、データセットにあるクラスを選んでください。</translation>
    </message>
    <message>
        <source>The filter that a task was made with cannot be read: %1</source>
        <translation>タスクの作成に使ったフィルターを読み取れません: %1</translation>
    </message>
    <message>
        <source>A sandbox needs at least one training sample of each task, not %1. Nothing was changed.</source>
        <translation>サンドボックスには、各タスクの学習用サンプルが少なくとも 1 件必要です (指定は %1)。何も変更されていません。</translation>
    </message>
    <message>
        <source>Give a number from 1 on.</source>
        <translation>1 以上の数を指定してください。</translation>
    </message>
    <message>
        <source>A part of the task &quot;%1&quot; is empty: nothing can be drawn from it. Nothing was changed.</source>
        <translation>タスク「%1」に空の区分があります: そこからは何も取り出せません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Make its next version, or take it out of the sequence.</source>
        <translation>次のバージョンを作るか、シーケンスから外してください。</translation>
    </message>
    <message>
        <source>A sequence needs a name and at least one task.</source>
        <translation>シーケンスには、名前と 1 つ以上のタスクが必要です。</translation>
    </message>
    <message>
        <source>Give both.</source>
        <translation>両方を指定してください。</translation>
    </message>
    <message>
        <source>The sequence &quot;%1&quot; names a task twice. Nothing was changed.</source>
        <translation>シーケンス「%1」に同じタスクが 2 回指定されています。何も変更されていません。</translation>
    </message>
    <message>
        <source>Name every task once.</source>
        <translation>どのタスクも 1 回だけ指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be upstream, but is no task of the sequence &quot;%2&quot;. Nothing was changed.</source>
        <translation>「%1」が上流に指定されていますが、シーケンス「%2」のタスクではありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Name it among the tasks too.</source>
        <translation>タスクの一覧にも指定してください。</translation>
    </message>
    <message>
        <source>There is no task &quot;%1&quot;. Nothing was changed.</source>
        <translation>タスク「%1」はありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>There is no sequence &quot;%1&quot;. Nothing was changed.</source>
        <translation>シーケンス「%1」はありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Choose one that is there.</source>
        <translation>実在するものを選んでください。</translation>
    </message>
    <message>
        <source>A task needs a name.</source>
        <translation>タスクには名前が必要です。</translation>
    </message>
    <message>
        <source>There is a task &quot;%1&quot; already. Nothing was changed.</source>
        <translation>タスク「%1」はすでにあります。何も変更されていません。</translation>
    </message>
    <message>
        <source>Choose another name, or remove it first.</source>
        <translation>別の名前を選ぶか、先にそれを削除してください。</translation>
    </message>
    <message>
        <source>Choose another name for the new version.</source>
        <translation>新しいバージョンには別の名前を選んでください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a sandbox copy and has no versions. Nothing was changed.</source>
        <translation>「%1」はサンドボックスコピーなので、バージョンがありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Make the next version of the task it was drawn from, and a new sandbox of that.</source>
        <translation>元のタスクの次のバージョンを作り、そこから新しいサンドボックスを作ってください。</translation>
    </message>
    <message>
        <source>A data version holds labels that cannot be read: &quot;%1&quot;.</source>
        <translation>データのバージョンに読み取れないラベルがあります: 「%1」。</translation>
    </message>
    <message>
        <source>Check the project with: atlas verify PROJECT</source>
        <translation>次のコマンドでプロジェクトを確認してください: atlas verify PROJECT</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a version: it would be taken for a number or for what is there now. No version was made.</source>
        <translation>「%1」はバージョンの名前にできません: 番号や現在のデータと取り違えます。バージョンは作成されていません。</translation>
    </message>
    <message>
        <source>Choose a name that says what the version is for.</source>
        <translation>何のためのバージョンかが分かる名前を選んでください。</translation>
    </message>
    <message>
        <source>The version v%1 has the name &quot;%2&quot; already. No version was made.</source>
        <translation>バージョン v%1 がすでに名前「%2」を使っています。バージョンは作成されていません。</translation>
    </message>
    <message>
        <source>Choose another name: a version keeps what it was made of for ever.</source>
        <translation>別の名前を選んでください: バージョンは作成時の内容をずっと保ちます。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins the identifiers of %2 versions of this dataset.</source>
        <translation>「%1」で始まる識別子のバージョンが、このデータセットに %2 件あります。</translation>
    </message>
    <message>
        <source>Give more of it, or the number.</source>
        <translation>もっと長く指定するか、番号を指定してください。</translation>
    </message>
    <message>
        <source>The dataset has no version &quot;%1&quot;.</source>
        <translation>データセットにバージョン「%1」がありません。</translation>
    </message>
    <message>
        <source>See: atlas version PROJECT list --dataset NAME</source>
        <translation>次のコマンドで確認できます: atlas version PROJECT list --dataset NAME</translation>
    </message>
    <message>
        <source>There is no data version with the number %1.</source>
        <translation>番号 %1 のデータのバージョンはありません。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Drawing %1</source>
        <translation>%1 を描画中</translation>
    </message>
    <message>
        <source>Judging what the run answers for %1</source>
        <translation>%1 に対する実行の回答を評価中</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 を読み込み中</translation>
    </message>
    <message>
        <source>waiting for an answer: reuse or expand %1?</source>
        <translation>回答待ち: %1 は再利用か拡張か</translation>
    </message>
    <message>
        <source>stage 1</source>
        <translation>段階 1</translation>
    </message>
    <message>
        <source>stage 2</source>
        <translation>段階 2</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>試し学習</translation>
    </message>
    <message>
        <source>head alone</source>
        <translation>ヘッドのみ</translation>
    </message>
    <message>
        <source>fitting</source>
        <translation>当てはめ</translation>
    </message>
    <message>
        <source>training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>補正前</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>補正後</translation>
    </message>
    <message>
        <source>One forward pass of %1 tokens in fp32 on %2 threads.</source>
        <translation>fp32、%2 スレッドで %1 トークンの順伝播を 1 回行いました。</translation>
    </message>
    <message>
        <source>The network&apos;s output is not finite: its weights are damaged.</source>
        <translation>ネットワークの出力が有限ではありません。重みが壊れています。</translation>
    </message>
    <message>
        <source>The file also holds a task head, which is not used: %1.</source>
        <translation>ファイルにはタスク用のヘッドも含まれていますが、使いません: %1。</translation>
    </message>
    <message>
        <source>Reading the samples</source>
        <translation>サンプルを読み込み中</translation>
    </message>
    <message>
        <source>Looking for what lies alone</source>
        <translation>孤立したサンプルを探しています</translation>
    </message>
    <message>
        <source>Comparing the samples</source>
        <translation>サンプルを比べています</translation>
    </message>
    <message>
        <source>Judging the labels</source>
        <translation>ラベルを評価中</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>マップを描画中</translation>
    </message>
    <message>
        <source>Looking for the most diverse</source>
        <translation>最も多様なサンプルを探しています</translation>
    </message>
    <message>
        <source>Loading the backbone</source>
        <translation>バックボーンを読み込み中</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1、%2 %3</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>%1 is not %2, which the joint weights were trained on: expect less where text and picture meet.</source>
        <translation>%1 は、結合部の重みの学習に使われた %2 とは異なります。テキストと画像を組み合わせる場面では精度が下がることがあります。</translation>
    </message>
    <message>
        <source>measuring what each adapter does</source>
        <translation>各アダプターの働きを測定中</translation>
    </message>
    <message>
        <source>measuring which sites are needed</source>
        <translation>必要な場所を測定中</translation>
    </message>
    <message>
        <source>LibTorch %1 on %2, %3 threads</source>
        <translation>LibTorch %1、%2、%3 スレッド</translation>
    </message>
    <message>
        <source>trust in labels, part %1 of %2</source>
        <translation>ラベルの信頼度、%2 分割中 %1</translation>
    </message>
    <message>
        <source>fit %1 of %2</source>
        <translation>当てはめ %1/%2</translation>
    </message>
    <message>
        <source>Looking at the training samples of %1</source>
        <translation>%1 の学習用サンプルを調べています</translation>
    </message>
    <message>
        <source>Finding out the task</source>
        <translation>タスクを判定中</translation>
    </message>
    <message>
        <source>Preparing %1, %2 of %3</source>
        <translation>%1 を準備中、%2/%3</translation>
    </message>
    <message>
        <source>Task %1 of %2 (%3), %4</source>
        <translation>タスク %1/%2 (%3)、%4</translation>
    </message>
    <message>
        <source>evaluating %1</source>
        <translation>%1 を評価中</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>エポック %1/%2</translation>
    </message>
    <message>
        <source>features of %1</source>
        <translation>%1 の特徴量</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1、%2%</translation>
    </message>
    <message>
        <source>features of %1 of %2 samples</source>
        <translation>サンプルの特徴量 %1/%2</translation>
    </message>
    <message>
        <source>%1 MiB of free space are needed in %2, there are %3 MiB.</source>
        <translation>%2 に %1 MiB の空き容量が必要ですが、%3 MiB しかありません。</translation>
    </message>
    <message>
        <source>Another program keeps the database locked.</source>
        <translation>別のプログラムがデータベースをロックしています。</translation>
    </message>
    <message>
        <source>%1 was written by an older program, and the temporary copy that this program would read cannot be made: %2 The project itself was not changed.</source>
        <translation>%1 はより古いプログラムで書かれており、読み取り用の一時的なコピーを作成できません: %2 プロジェクト自体は変更されていません。</translation>
    </message>
    <message>
        <source>Free some space in the folder for temporary files and check its permissions, or name another folder in TMPDIR.</source>
        <translation>一時ファイル用フォルダーの空き容量と権限を確認するか、TMPDIR で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The folder for temporary files cannot be used: %1.</source>
        <translation>一時ファイル用フォルダーを使用できません: %1。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込み中</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>A run needs a name. Nothing was changed.</source>
        <translation>実行には名前が必要です。何も変更されていません。</translation>
    </message>
    <message>
        <source>Type one, as in: night shift</source>
        <translation>名前を入力してください。例: 夜勤</translation>
    </message>
    <message>
        <source>Another run is called &quot;%1&quot; already (%2). Nothing was changed.</source>
        <translation>「%1」という名前の実行がすでにあります (%2)。何も変更されていません。</translation>
    </message>
    <message>
        <source>Choose another name, or rename that run first.</source>
        <translation>別の名前を選ぶか、先にその実行の名前を変更してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could be taken for another run or for a model. Nothing was changed.</source>
        <translation>「%1」は別の実行やモデルと紛らわしい名前です。何も変更されていません。</translation>
    </message>
    <message>
        <source>Choose other words, as in: night shift</source>
        <translation>別の言葉を選んでください。例: 夜勤</translation>
    </message>
    <message>
        <source>There is no run %1. Nothing was renamed.</source>
        <translation>実行 %1 はありません。名前は変更されていません。</translation>
    </message>
    <message>
        <source>There is no view &quot;%1&quot;.</source>
        <translation>ビュー「%1」はありません。</translation>
    </message>
    <message>
        <source>See the names with: atlas runs PROJECT --views</source>
        <translation>名前は次のコマンドで確認できます: atlas runs PROJECT --views</translation>
    </message>
    <message>
        <source>The program that trained it ended or stopped answering.</source>
        <translation>学習していたプログラムが終了したか、応答しなくなりました。</translation>
    </message>
    <message>
        <source>Copying pictures</source>
        <translation>画像をコピー中</translation>
    </message>
    <message>
        <source>Copying the rows</source>
        <translation>行をコピー中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>確認中</translation>
    </message>
    <message>
        <source>Checking the database</source>
        <translation>データベースを確認中</translation>
    </message>
    <message>
        <source>Checking pictures</source>
        <translation>画像を確認中</translation>
    </message>
</context>
<context>
    <name>SequenceFacts</name>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>%1 upstream, %2 downstream</source>
        <translation>上流 %1、下流 %2</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>学習用サンプル</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>テスト用サンプル</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>%1 の場合</translation>
    </message>
    <message>
        <source>about %1, %2</source>
        <translation>約 %1、%2</translation>
    </message>
    <message>
        <source>Time and size</source>
        <translation>時間とサイズ</translation>
    </message>
    <message>
        <source>known after the first run</source>
        <translation>最初の実行の後に分かります</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Reuse or expand</source>
        <translation>再利用か拡張か</translation>
    </message>
    <message>
        <source>Whether each task adds an adapter: always (as published), never, automatic (a short probe must show a gain larger than chance), or ask a person after the probe.</source>
        <translation>各タスクにアダプターを追加するかどうかです。「常に拡張」は常に追加し (論文のとおり)、「常に再利用」は追加しません。「自動」は短い試行で偶然より大きい向上が示された場合に追加し、「人に尋ねる」は試行の後に人に尋ねます。</translation>
    </message>
    <message>
        <source>When the probe decides nothing</source>
        <translation>試行で決まらないとき</translation>
    </message>
    <message>
        <source>What policy automatic does when the gain may be chance and may be not: reuse adds nothing that was not shown to be needed, and the task can be expanded later; expand is the published way; or ask a person.</source>
        <translation>向上が偶然かどうか分からないときに、方針「自動」がどうするかです。「再利用」は必要と示されないものを追加しません (後から拡張できます)。「拡張」は論文のとおりです。人に尋ねることもできます。</translation>
    </message>
    <message>
        <source>Gain worth an adapter</source>
        <translation>アダプターに見合う向上</translation>
    </message>
    <message>
        <source>How much the task&apos;s score (0 to 1) must gain on validation for an adapter of its own to be added.</source>
        <translation>専用のアダプターを追加するために必要な、検証でのスコア (0 ～ 1) の向上です。</translation>
    </message>
    <message>
        <source>Score that is enough</source>
        <translation>十分なスコア</translation>
    </message>
    <message>
        <source>A validation score (0 to 1) that satisfies you: the decision shows how far stage 1 comes towards it, and where the probe decides nothing, a score that reaches it is reused; 0 sets none.</source>
        <translation>満足できる検証のスコア (0 ～ 1) です。段階 1 がそこへどれだけ近づくかを判断の中で示します。試行で決まらないときは、このスコアに届けば再利用します。0 なら設定しません。</translation>
    </message>
    <message>
        <source>Length of the probe</source>
        <translation>試行の長さ</translation>
    </message>
    <message>
        <source>The share of stage 2&apos;s epochs that policies automatic and ask train before they decide; stage 2 goes on from there with the rest.</source>
        <translation>方針「自動」と「人に尋ねる」が判断の前に学習する、段階 2 のエポックの割合です。段階 2 は残りをそこから続けます。</translation>
    </message>
    <message>
        <source>Drop sites that are not needed</source>
        <translation>不要な場所から取り除く</translation>
    </message>
    <message>
        <source>After an expansion the places in the backbone at which the new adapter does nothing for validation are taken out again; policy does so with policy automatic only. The first task&apos;s adapter stays whole, since later tasks may use it.</source>
        <translation>拡張の後、新しいアダプターが検証に役立っていないバックボーンの場所から、アダプターを取り除きます。「方針に従う」は方針「自動」の場合だけ行います。最初のタスクのアダプターは、後のタスクが使えるようにそのまま残します。</translation>
    </message>
    <message>
        <source>Loss that a dropped site may cost</source>
        <translation>1 か所の取り除きで許す損失</translation>
    </message>
    <message>
        <source>A site is dropped when the validation loss without it surely rises by less than this.</source>
        <translation>取り除いたときの検証の損失の増加が確かにこれより小さい場所を、取り除きます。</translation>
    </message>
    <message>
        <source>Loss that all dropped sites may cost</source>
        <translation>すべての取り除きで許す損失</translation>
    </message>
    <message>
        <source>However many sites are dropped, the validation loss surely rises by less than this.</source>
        <translation>何か所取り除いても、検証の損失の増加は確かにこれより小さくなります。</translation>
    </message>
    <message>
        <source>Measure what adapters do</source>
        <translation>アダプターの効果を測る</translation>
    </message>
    <message>
        <source>After each task the validation loss is measured without each of the adapters it uses; costs a few passes over 200 samples for each.</source>
        <translation>各タスクの後、使っているアダプターを 1 つずつ外して検証の損失を測ります。それぞれ 200 サンプルを数回通す時間がかかります。</translation>
    </message>
    <message>
        <source>Share of labels</source>
        <translation>使うラベルの割合</translation>
    </message>
    <message>
        <source>of the samples</source>
        <translation>サンプルに対する割合</translation>
    </message>
    <message>
        <source>Share of each task&apos;s training and validation samples that a run may use, drawn by the seed, each class in proportion and with one sample at least; test is always whole. For asking how many labels are enough.</source>
        <translation>各タスクの学習用と検証用のサンプルのうち、実行が使える割合です。シードで選び、クラスの比率を保ち、少なくとも 1 件ずつ残します。テストは常に全体を使います。ラベルがどれだけあれば足りるかを調べるための設定です。</translation>
    </message>
    <message>
        <source>Experiment: wrong labels</source>
        <translation>実験: 誤ったラベル</translation>
    </message>
    <message>
        <source>Share of the training and validation labels that are replaced by a wrong class at random, as field data may have them; test stays clean. Only for comparing methods: leave it 0 in daily work.</source>
        <translation>現場のデータのように、学習用と検証用のラベルをランダムに誤ったクラスへ置き換える割合です。テストはそのままです。手法の比較専用です。普段は 0 のままにしてください。</translation>
    </message>
    <message>
        <source>Experiment: uneven classes</source>
        <translation>実験: 偏ったクラス</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>Leaves out training samples until the largest class has this many times the samples of the smallest; validation and test stay as they are. Only for comparing methods: leave it 1 in daily work.</source>
        <translation>最大のクラスのサンプルが最小のクラスのこの倍数になるまで、学習用サンプルを除きます。検証とテストはそのままです。手法の比較専用です。普段は 1 のままにしてください。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>What a wrong answer costs. plain: cross entropy; focal: what is answered well already counts less; robust: what stays improbable counts less, for data with wrong labels; auto: plain.</source>
        <translation>誤った回答をどれだけ重く見るかです。「標準」は交差エントロピー、「フォーカル」はすでによく答えられるものを軽く、「ノイズに強い」はいつまでもありそうにないものを軽く見ます (誤ったラベルのあるデータ向け)。「自動」は標準です。</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>クラスの重み</translation>
    </message>
    <message>
        <source>Whether samples of rare classes count more. auto: where classes are more uneven than the limit below; the log says when.</source>
        <translation>まれなクラスのサンプルを重く数えるかどうかです。「自動」は、クラスの偏りが下の限度を超える場合に行います。行ったときはログに残ります。</translation>
    </message>
    <message>
        <source>Uneven classes from</source>
        <translation>偏りとみなす倍率</translation>
    </message>
    <message>
        <source>Class weights turn on by themselves when the largest class has more than this many times the samples of the smallest.</source>
        <translation>最大のクラスのサンプルが最小のクラスのこの倍数を超えると、クラスの重みが自動的に有効になります。</translation>
    </message>
    <message>
        <source>Class weight strength</source>
        <translation>クラスの重みの強さ</translation>
    </message>
    <message>
        <source>How strongly rare classes are weighted: 0 leaves all alike, near 1 a class counts in inverse proportion to its samples.</source>
        <translation>まれなクラスをどれだけ重くするかです。0 ならすべて同じ、1 に近いほどサンプル数に反比例します。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>ラベルの平滑化</translation>
    </message>
    <message>
        <source>Share of a label that is spread over all classes, so that the model does not strive for certainty; for tasks with one label per sample.</source>
        <translation>モデルが確実さを追い求めないように、ラベルのうちすべてのクラスに分ける割合です。1 サンプルに 1 ラベルのタスクで使います。</translation>
    </message>
    <message>
        <source>Doubt in labels</source>
        <translation>ラベルへの疑い</translation>
    </message>
    <message>
        <source>Samples whose label contradicts what all others teach count less: by the probability that a classifier which has not seen them gives their label, to this power. Used where validation finds it better; 0 trusts every label alike.</source>
        <translation>ほかのすべてが教えることと矛盾するラベルのサンプルを軽く数えます。そのサンプルを見ていない分類器がそのラベルに与える確率を、この値で累乗した重みです。検証で良くなる場合に使います。0 ならすべてのラベルを同じように信じます。</translation>
    </message>
    <message>
        <source>Focal strength</source>
        <translation>focal の強さ</translation>
    </message>
    <message>
        <source>How much less well answered samples count with the focal loss; 0 is the plain loss.</source>
        <translation>focal 損失で、よく答えられるサンプルをどれだけ軽く数えるかです。0 なら通常の損失です。</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>頑健性</translation>
    </message>
    <message>
        <source>How little samples with improbable labels count with the robust loss: near 0 is the plain loss, 1 the most robust and slowest to learn.</source>
        <translation>損失「ノイズに強い」で、ありそうにないラベルのサンプルをどれだけ軽く数えるかです。0 に近いほど通常の損失に近く、1 が最も頑健で学習が遅くなります。</translation>
    </message>
    <message>
        <source>Bottleneck width</source>
        <translation>ボトルネックの幅</translation>
    </message>
    <message>
        <source>Size of a new adapter: wider learns more and costs more; 0 takes a sixteenth of the backbone&apos;s width.</source>
        <translation>新しいアダプターの大きさです。広いほど多くを学べますが、費用も増えます。0 ならバックボーンの幅の 16 分の 1 です。</translation>
    </message>
    <message>
        <source>Epochs of stage 1</source>
        <translation>段階 1 のエポック</translation>
    </message>
    <message>
        <source>How often stage 1, which only learns to use older adapters, sees all training samples at most; 0 takes half as many as stage 2, and as many where the policy tries older adapters against a head without.</source>
        <translation>以前のアダプターの使い方だけを学ぶ段階 1 が、すべての学習用サンプルを最大で何巡するかです。0 なら段階 2 の半分です。方針が以前のアダプターとヘッドだけの場合を比べるときは、段階 2 と同じです。</translation>
    </message>
    <message>
        <source>Query learning rate factor</source>
        <translation>クエリの学習率の倍率</translation>
    </message>
    <message>
        <source>In stage 1 queries learn this many times faster than the head.</source>
        <translation>段階 1 で、クエリをヘッドの何倍の速さで学習するかです。</translation>
    </message>
    <message>
        <source>Orthogonality</source>
        <translation>直交性</translation>
    </message>
    <message>
        <source>How strongly queries (and keys in stage 2) of different adapters are kept apart; its share of the loss is charted.</source>
        <translation>異なるアダプターのクエリ (段階 2 ではキーも) をどれだけ強く引き離すかです。損失に占める分をグラフに示します。</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>published: weights as they are, whose sum grows with the number of tasks; normalised: weights that sum to 1.</source>
        <translation>「論文のとおり」は重みをそのまま使い、その和はタスクの数とともに増えます。「正規化」は和が 1 になる重みを使います。</translation>
    </message>
    <message>
        <source>Sharing of queries</source>
        <translation>クエリの共有</translation>
    </message>
    <message>
        <source>own: each task keeps its queries, so that older tasks never change; published: all tasks share one set, and older tasks may be forgotten.</source>
        <translation>「独自」は各タスクが自分のクエリを持ち、以前のタスクは変わりません。「論文のとおり」はすべてのタスクが 1 組を共有し、以前のタスクが忘却されることがあります。</translation>
    </message>
    <message>
        <source>Gate sees padding</source>
        <translation>ゲートがパディングを見る</translation>
    </message>
    <message>
        <source>As the published code has it: a prediction then depends on the samples beside it. For comparison only.</source>
        <translation>公開されたコードのとおりの動作です。予測が隣のサンプルに左右されます。比較専用です。</translation>
    </message>
    <message>
        <source>Scale of gate scores</source>
        <translation>ゲートのスコアの尺度</translation>
    </message>
    <message>
        <source>What attention scores of the gate are divided by: the square root of the width (as published) or of a head&apos;s width.</source>
        <translation>ゲートのアテンションのスコアを割る値です。幅の平方根 (論文のとおり) またはヘッドの幅の平方根です。</translation>
    </message>
    <message>
        <source>Evaluation of adapters</source>
        <translation>アダプターの計算方法</translation>
    </message>
    <message>
        <source>The same numbers in two ways: lowrank is fast and small, plain is the textbook form for comparison.</source>
        <translation>同じ数値を 2 通りの方法で計算します。「低ランク」は速くて小さく、「標準」は比較のための教科書どおりの形です。</translation>
    </message>
    <message>
        <source>Strength of EWC</source>
        <translation>EWC の強さ</translation>
    </message>
    <message>
        <source>How strongly weights are held where earlier tasks left them. The number belongs to the per-sample Fisher without a factor 1/2; other programs&apos; numbers differ.</source>
        <translation>以前のタスクが残した値に、重みをどれだけ強くとどめるかです。係数 1/2 のないサンプルごとのフィッシャー情報量に対する値です。ほかのプログラムの値とは異なります。</translation>
    </message>
    <message>
        <source>Samples for the Fisher information</source>
        <translation>フィッシャー情報量のサンプル</translation>
    </message>
    <message>
        <source>of the training samples</source>
        <translation>学習用サンプルに対する割合</translation>
    </message>
    <message>
        <source>Share of a task&apos;s training samples that say which weights matter to it; at least 16 are taken.</source>
        <translation>どの重みがタスクにとって大切かを調べるために使う、学習用サンプルの割合です。少なくとも 16 件を使います。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>How far one step changes the weights. A whole network needs smaller steps than an adapter, or it loses what it was pretrained for.</source>
        <translation>1 ステップで重みをどれだけ変えるかです。ネットワーク全体の学習では、アダプターより小さくしないと、事前学習の内容が失われます。</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>凍結する層</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>How many of the joint transformer&apos;s lowest layers stay as they are; 0 takes three quarters of them.</source>
        <translation>結合トランスフォーマーの下から何層をそのままにするかです。0 なら 4 分の 3 です。</translation>
    </message>
    <message>
        <source>Learning rate of heads</source>
        <translation>ヘッドの学習率</translation>
    </message>
    <message>
        <source>How far one step changes the heads while the layers they look at are still frozen.</source>
        <translation>ヘッドが見る層がまだ凍結されている間に、1 ステップでヘッドをどれだけ変えるかです。</translation>
    </message>
    <message>
        <source>Prompts in the pool</source>
        <translation>プールのプロンプト数</translation>
    </message>
    <message>
        <source>How many prompts there are for all tasks together.</source>
        <translation>すべてのタスクで合わせて何個のプロンプトを持つかです。</translation>
    </message>
    <message>
        <source>Length of a prompt</source>
        <translation>プロンプトの長さ</translation>
    </message>
    <message>
        <source>Tokens of one prompt: each makes every input longer.</source>
        <translation>1 つのプロンプトのトークン数です。その分、すべての入力が長くなります。</translation>
    </message>
    <message>
        <source>Prompts per input</source>
        <translation>入力あたりのプロンプト数</translation>
    </message>
    <message>
        <source>How many prompts an input picks, those with the nearest keys; not more than there are.</source>
        <translation>1 つの入力が選ぶプロンプトの数です。キーが最も近いものを選びます。プールの数を超えることはありません。</translation>
    </message>
    <message>
        <source>Pull of keys</source>
        <translation>キーを引き寄せる強さ</translation>
    </message>
    <message>
        <source>How strongly keys are drawn to the inputs that picked them.</source>
        <translation>キーを選んだ入力に、キーをどれだけ強く引き寄せるかです。</translation>
    </message>
    <message>
        <source>How far one step changes prompts, keys and heads; prompts start from nothing and take larger steps than adapters.</source>
        <translation>1 ステップでプロンプト、キー、ヘッドをどれだけ変えるかです。プロンプトは何もないところから始まるため、アダプターより大きくします。</translation>
    </message>
    <message>
        <source>Samples kept</source>
        <translation>残すサンプル</translation>
    </message>
    <message>
        <source>Share of each task&apos;s training samples that is kept for later; at least one sample.</source>
        <translation>各タスクの学習用サンプルのうち、後のために残す割合です。少なくとも 1 件は残します。</translation>
    </message>
    <message>
        <source>Steps between replays</source>
        <translation>再学習までのステップ数</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>After so many steps a batch of one earlier task, drawn at random, is learned from as well. CLiMB takes 100, in trainings of tens of thousands of steps.</source>
        <translation>このステップ数ごとに、ランダムに選んだ以前のタスクの 1 バッチも学習します。CLiMB では、数万ステップの学習で 100 です。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>How often each stage sees all training samples at most.</source>
        <translation>各段階が、すべての学習用サンプルを最大で何巡するかです。</translation>
    </message>
    <message>
        <source>How far one step changes the weights; too large never settles, too small never arrives.</source>
        <translation>1 ステップで重みをどれだけ変えるかです。大きすぎると落ち着かず、小さすぎるとたどり着きません。</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>待つエポック数</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>A stage ends after this many epochs without a better validation score; 0 lets it run to the end. The best weights are kept either way.</source>
        <translation>検証のスコアがこのエポック数だけ良くならなければ、段階を終えます。0 なら最後まで続けます。どちらの場合も最も良い重みを残します。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Samples that one step learns from at most; small tasks take fewer, see &quot;Steps per epoch&quot;.</source>
        <translation>1 ステップで学習する最大のサンプル数です。小さなタスクでは少なくなります (「エポックあたりのステップ数」を参照)。</translation>
    </message>
    <message>
        <source>Steps per epoch</source>
        <translation>エポックあたりのステップ数</translation>
    </message>
    <message>
        <source>The batch shrinks (to 8 samples at least) until an epoch has this many steps, so that small tasks learn too; 1 keeps the batch as it is.</source>
        <translation>小さなタスクも学習できるように、1 エポックがこのステップ数になるまでバッチを小さくします (最小 8 サンプル)。1 ならバッチを変えません。</translation>
    </message>
    <message>
        <source>Micro-batch</source>
        <translation>マイクロバッチ</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Inputs computed at once inside a batch; 0 chooses as many as fit the processor&apos;s cache. It changes speed and memory, not what is learned.</source>
        <translation>バッチの中で一度に計算する入力の数です。0 ならプロセッサーのキャッシュに収まる数を選びます。速度とメモリーが変わりますが、学習の内容は変わりません。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>ウォームアップ</translation>
    </message>
    <message>
        <source>of all steps</source>
        <translation>全ステップに対する割合</translation>
    </message>
    <message>
        <source>Share of the steps in which the learning rate rises from 0; then it falls back to 0 evenly.</source>
        <translation>学習率が 0 から上がっていくステップの割合です。その後は一定の速さで 0 まで下がります。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>重み減衰</translation>
    </message>
    <message>
        <source>How strongly weights are drawn towards 0; biases and normalisations are left alone.</source>
        <translation>重みをどれだけ強く 0 に引き寄せるかです。バイアスと正規化はそのままです。</translation>
    </message>
    <message>
        <source>AdamW beta 1</source>
        <translation>AdamW ベータ 1</translation>
    </message>
    <message>
        <source>How long the optimiser remembers the direction of past steps.</source>
        <translation>過去のステップの方向を、最適化がどれだけ長く覚えているかです。</translation>
    </message>
    <message>
        <source>AdamW beta 2</source>
        <translation>AdamW ベータ 2</translation>
    </message>
    <message>
        <source>How long the optimiser remembers the size of past steps.</source>
        <translation>過去のステップの大きさを、最適化がどれだけ長く覚えているかです。</translation>
    </message>
    <message>
        <source>AdamW epsilon</source>
        <translation>AdamW イプシロン</translation>
    </message>
    <message>
        <source>Keeps the optimiser from dividing by nearly nothing.</source>
        <translation>最適化がほとんど 0 の値で割らないようにするための値です。</translation>
    </message>
    <message>
        <source>Validation samples</source>
        <translation>検証用サンプル</translation>
    </message>
    <message>
        <source>Samples that pick the best epoch at most; 0 takes all there are. A limit on training samples also limits these.</source>
        <translation>最も良いエポックを選ぶための最大のサンプル数です。0 ならすべて使います。学習用サンプルの上限は、こちらにも適用されます。</translation>
    </message>
    <message>
        <source>Memory for prepared data</source>
        <translation>準備したデータ用のメモリー</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Decoded pictures and texts kept in memory; what does not fit is read anew each epoch.</source>
        <translation>読み込んだ画像とテキストをメモリーに保持する量です。収まらないものはエポックごとに読み直します。</translation>
    </message>
    <message>
        <source>Disk for embedded data</source>
        <translation>埋め込みデータ用のディスク</translation>
    </message>
    <message>
        <source>What the backbone&apos;s frozen networks make of pictures and texts is kept in the project&apos;s cache up to this size; the oldest goes first.</source>
        <translation>バックボーンの凍結したネットワークが画像とテキストから作ったものを、この大きさまでプロジェクトのキャッシュに保存します。古いものから消します。</translation>
    </message>
    <message>
        <source>Checkpoint interval</source>
        <translation>チェックポイントの間隔</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Work that a crash can cost at most; a checkpoint is also written after every epoch. 0 writes one after every step.</source>
        <translation>異常終了したときに失う可能性のある最大の作業時間です。エポックの終わりにもチェックポイントを書きます。0 ならステップごとに書きます。</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>focal</source>
        <translation>フォーカル</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>ノイズに強い</translation>
    </message>
    <message>
        <source>reuse</source>
        <translation>再利用</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>人に尋ねる</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>方針に従う</translation>
    </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>always</source>
        <translation>常に拡張</translation>
    </message>
    <message>
        <source>never</source>
        <translation>常に再利用</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>published</source>
        <translation>論文のとおり</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>正規化</translation>
    </message>
    <message>
        <source>own</source>
        <translation>独自</translation>
    </message>
    <message>
        <source>width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>lowrank</source>
        <translation>低ランク</translation>
    </message>
</context>
<context>
    <name>Strategy</name>
    <message>
        <source>Atlas, two stages</source>
        <translation>Atlas (2 段階)</translation>
    </message>
    <message>
        <source>Learns to use the adapters of earlier tasks first, then adds a small adapter for what is new. Earlier tasks stay as they are.</source>
        <translation>まず以前のタスクのアダプターの使い方を学び、次に新しいことのための小さなアダプターを追加します。以前のタスクは変わりません。</translation>
    </message>
    <message>
        <source>Elastic weight consolidation</source>
        <translation>弾性重み固定 (EWC)</translation>
    </message>
    <message>
        <source>Full fine-tuning that holds on to the weights that mattered to earlier tasks, by the squared gradients of single training samples (empirical Fisher information); penalties of all earlier tasks add up.</source>
        <translation>以前のタスクにとって大切だった重みを保ちながら行うフルファインチューニングです。大切さは学習用サンプルごとの勾配の 2 乗 (経験フィッシャー情報量) で測り、以前のすべてのタスクの分を足し合わせます。</translation>
    </message>
    <message>
        <source>Frozen lower layers</source>
        <translation>下位層の凍結</translation>
    </message>
    <message>
        <source>Full fine-tuning with the lowest layers left as they were pretrained: cheaper, and a little less is forgotten.</source>
        <translation>下の層を事前学習のままにしたフルファインチューニングです。費用が少なく、忘却も少し減ります。</translation>
    </message>
    <message>
        <source>Frozen features</source>
        <translation>凍結した特徴量</translation>
    </message>
    <message>
        <source>Fits a logistic regression to what the frozen backbone gives for each sample and trains no network at all; validation picks the strength of its penalty. Nothing is forgotten: the simple rival that the others must beat.</source>
        <translation>凍結したバックボーンが各サンプルから作る特徴量にロジスティック回帰を当てはめ、ネットワークは学習しません。ペナルティの強さは検証で選びます。忘却はありません。ほかの手法が上回るべき単純な競争相手です。</translation>
    </message>
    <message>
        <source>Full fine-tuning</source>
        <translation>フルファインチューニング</translation>
    </message>
    <message>
        <source>Every task trains all layers of the joint transformer further: what most people would do, and earlier tasks are forgotten.</source>
        <translation>すべてのタスクで結合トランスフォーマーの全層をさらに学習します。最も普通に行われる方法で、以前のタスクは忘却されます。</translation>
    </message>
    <message>
        <source>Head only</source>
        <translation>ヘッドのみ</translation>
    </message>
    <message>
        <source>Trains a classifier on the frozen backbone and nothing else: the fastest, and the least that every other strategy must beat.</source>
        <translation>凍結したバックボーンの上の分類器だけを学習します。最も速く、ほかのすべての手法が上回るべき最低線です。</translation>
    </message>
    <message>
        <source>Independent adapters</source>
        <translation>独立したアダプター</translation>
    </message>
    <message>
        <source>Each task trains an adapter of its own and never sees the others: nothing is forgotten and nothing is passed on.</source>
        <translation>各タスクが専用のアダプターを学習し、ほかのアダプターは見ません。忘却はなく、引き継ぎもありません。</translation>
    </message>
    <message>
        <source>Joint training</source>
        <translation>同時学習</translation>
    </message>
    <message>
        <source>Trains all layers of the joint transformer on the samples of all tasks at once, when the last task is reached. No sequence of tasks can expect to do better: an upper bound for the others.</source>
        <translation>最後のタスクに達したときに、すべてのタスクのサンプルで結合トランスフォーマーの全層を一度に学習します。順番に学習する方法がこれを上回ることは期待できません。ほかの手法の上限です。</translation>
    </message>
    <message>
        <source>Prompts (L2P)</source>
        <translation>プロンプト (L2P)</translation>
    </message>
    <message>
        <source>Learns a pool of prompts that are put before an input&apos;s tokens and leaves the backbone frozen. All tasks train the same pool, so earlier tasks may be forgotten.</source>
        <translation>入力のトークンの前に置くプロンプトのプールを学習し、バックボーンは凍結したままにします。すべてのタスクが同じプールを学習するため、以前のタスクが忘却されることがあります。</translation>
    </message>
    <message>
        <source>Experience replay</source>
        <translation>経験再生</translation>
    </message>
    <message>
        <source>Full fine-tuning that keeps some training samples of each task and sees them again while later tasks are learned.</source>
        <translation>各タスクの学習用サンプルの一部を残し、後のタスクの学習中にもう一度見るフルファインチューニングです。</translation>
    </message>
    <message>
        <source>Shared adapter</source>
        <translation>共有アダプター</translation>
    </message>
    <message>
        <source>One adapter is trained further by every task: small, and earlier tasks are forgotten. It shows what the other strategies avoid.</source>
        <translation>1 つのアダプターを、すべてのタスクがさらに学習します。小さい反面、以前のタスクは忘却されます。ほかの手法が避けていることを示します。</translation>
    </message>
    <message>
        <source>Single task</source>
        <translation>単独タスク</translation>
    </message>
    <message>
        <source>Each task trains all layers of the joint transformer anew from the pretrained ones and keeps its own copy: nothing is forgotten or passed on, and every task costs a whole network.</source>
        <translation>各タスクが、事前学習済みの状態から結合トランスフォーマーの全層を新たに学習し、自分用のコピーを持ちます。忘却も引き継ぎもなく、タスクごとにネットワーク全体の費用がかかります。</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Score at least</source>
        <translation>スコアの下限</translation>
    </message>
    <message>
        <source>The task&apos;s own score on its test samples, after the last task was learned.</source>
        <translation>最後のタスクを学習した後の、そのタスク自身のテスト用サンプルでのスコアです。</translation>
    </message>
    <message>
        <source>Drop at most</source>
        <translation>低下の上限</translation>
    </message>
    <message>
        <source>How much of its score the task may lose from when it was learned to the end.</source>
        <translation>学習したときから最後までに、そのタスクが失ってよいスコアです。</translation>
    </message>
    <message>
        <source>Average at least</source>
        <translation>平均の下限</translation>
    </message>
    <message>
        <source>The mean score of all tasks, after the last one was learned.</source>
        <translation>最後のタスクを学習した後の、すべてのタスクの平均スコアです。</translation>
    </message>
    <message>
        <source>Drop of any task at most</source>
        <translation>どのタスクでも低下の上限</translation>
    </message>
    <message>
        <source>How much of its score the task that suffered most may lose.</source>
        <translation>最も悪くなったタスクが失ってよいスコアです。</translation>
    </message>
    <message>
        <source>Worse than in production by at most</source>
        <translation>運用中のものからの低下の上限</translation>
    </message>
    <message>
        <source>How much any task may lose against the version that serves now. Nothing is lost while none serves.</source>
        <translation>現在使われているバージョンに対して、どのタスクも失ってよいスコアです。使われているものがなければ、失うものはありません。</translation>
    </message>
    <message>
        <source>Size added at most</source>
        <translation>追加サイズの上限</translation>
    </message>
    <message>
        <source>What the packages of all tasks take on disk. The backbone is shared and not counted.</source>
        <translation>すべてのタスクのパッケージがディスクで占める大きさです。バックボーンは共有されるため含みません。</translation>
    </message>
    <message>
        <source>Training time at most</source>
        <translation>学習時間の上限</translation>
    </message>
    <message>
        <source>Of all tasks together, by the clock of the machine.</source>
        <translation>すべてのタスクを合わせた、コンピューターの時計での時間です。</translation>
    </message>
    <message>
        <source>Training cost at most</source>
        <translation>学習費用の上限</translation>
    </message>
    <message>
        <source>Training time times what an hour of the machine costs, which is typed among the figures of the return.</source>
        <translation>学習時間に、コンピューターの 1 時間あたりの費用をかけたものです。費用は投資対効果の数値の中で入力します。</translation>
    </message>
    <message>
        <source>Time for an answer at most</source>
        <translation>回答時間の上限</translation>
    </message>
    <message>
        <source>Mean time for one test sample, in batches, of the task that answers slowest.</source>
        <translation>最も遅く答えるタスクの、まとめて評価したときのテスト用サンプル 1 件あたりの平均時間です。</translation>
    </message>
</context>
<context>
    <name>TaskCheck</name>
    <message>
        <source>All its samples were removed or lost their label. Bring them back on the data page, or make the task again.</source>
        <translation>すべてのサンプルが削除されたか、ラベルを失っています。データページで元に戻すか、タスクを作り直してください。</translation>
    </message>
    <message>
        <source>no training samples</source>
        <translation>学習用サンプルがありません</translation>
    </message>
    <message>
        <source>training samples: only %n</source>
        <translation>学習用サンプルが %n 件しかありません</translation>
    </message>
    <message>
        <source>Under %1 the result is mostly chance. Label more and make the next version of the task.</source>
        <translation>%1 件未満では、結果はほとんど偶然です。もっとラベルを付けて、タスクの次のバージョンを作ってください。</translation>
    </message>
    <message>
        <source>no validation samples</source>
        <translation>検証用サンプルがありません</translation>
    </message>
    <message>
        <source>They pick the best epoch and decide between reuse and expansion. Make the task again with a share for validation.</source>
        <translation>最も良いエポックを選び、再利用か拡張かを決めるために使います。検証用の割合を決めて、タスクを作り直してください。</translation>
    </message>
    <message>
        <source>no test samples</source>
        <translation>テスト用サンプルがありません</translation>
    </message>
    <message>
        <source>test of %n: known to ±%1 points</source>
        <translation>テスト用 %n 件: 精度は ±%1 ポイントです</translation>
    </message>
    <message>
        <source>Differences smaller than that say nothing. A larger test part narrows it.</source>
        <translation>それより小さな差からは何も言えません。テスト用を増やすと幅が狭くなります。</translation>
    </message>
    <message>
        <source>%1 has no training samples</source>
        <translation>%1 の学習用サンプルがありません</translation>
    </message>
    <message>
        <source>%n classes have no training samples: %1</source>
        <translation>%n クラスの学習用サンプルがありません: %1</translation>
    </message>
    <message>
        <source>What was never shown can never be answered. Label some and make the next version, or make the task again without it.</source>
        <translation>見せたことのないものは答えられません。ラベルを付けて次のバージョンを作るか、そのクラスなしでタスクを作り直してください。</translation>
    </message>
    <message>
        <source>%1 has under %2 training samples</source>
        <translation>%1 の学習用サンプルが %2 件未満です</translation>
    </message>
    <message>
        <source>%n classes have under %2 training samples: %1</source>
        <translation>%n クラスの学習用サンプルが %2 件未満です: %1</translation>
    </message>
    <message>
        <source>Label more of them and make the next version, or join them with another class.</source>
        <translation>もっとラベルを付けて次のバージョンを作るか、別のクラスと統合してください。</translation>
    </message>
    <message>
        <source>%1 is never tested</source>
        <translation>%1 はテストされません</translation>
    </message>
    <message>
        <source>%n classes are never tested: %1</source>
        <translation>%n クラスはテストされません: %1</translation>
    </message>
    <message>
        <source>No figure says how well they are answered. Label more of them: the next version takes some for the test.</source>
        <translation>どれだけ正しく答えられるかを示す数値がありません。もっとラベルを付けてください。次のバージョンでは一部をテスト用にします。</translation>
    </message>
    <message>
        <source>the largest class has %n times the smallest</source>
        <translation>最大のクラスは最小のクラスの %n 倍です</translation>
    </message>
    <message>
        <source>Accuracy then says little about rare classes: choose balanced accuracy or F1 for this task.</source>
        <translation>正解率は、まれなクラスについてほとんど何も示しません。このタスクでは均衡正解率か F1 を選んでください。</translation>
    </message>
    <message>
        <source>a test sample has a copy in training</source>
        <translation>テスト用サンプル 1 件のコピーが学習用にあります</translation>
    </message>
    <message>
        <source>%n test samples have copies in training</source>
        <translation>テスト用サンプル %n 件のコピーが学習用にあります</translation>
    </message>
    <message>
        <source>The test then says too much. The quality panel of the data page finds the copies: keep those of the test part, remove the others.</source>
        <translation>テストの結果が良く出すぎます。データページの品質パネルでコピーを見つけ、テスト用を残してほかを削除してください。</translation>
    </message>
    <message>
        <source>a test picture looks almost like one in training</source>
        <translation>テスト用の画像 1 枚が、学習用の画像とほとんど同じに見えます</translation>
    </message>
    <message>
        <source>%n test pictures look almost like some in training</source>
        <translation>テスト用の画像 %n 枚が、学習用の画像とほとんど同じに見えます</translation>
    </message>
    <message>
        <source>Shots of one scene on both sides make the test say too much. Look at them; give them one group, or remove those in training.</source>
        <translation>同じ場面の画像が両方にあると、テストの結果が良く出すぎます。見比べて、1 つのグループにまとめるか、学習用のものを削除してください。</translation>
    </message>
    <message>
        <source>a label was changed since it was made</source>
        <translation>作成後に 1 件のラベルが変更されました</translation>
    </message>
    <message>
        <source>%n labels were changed since it was made</source>
        <translation>作成後に %n 件のラベルが変更されました</translation>
    </message>
    <message>
        <source>The next run learns them as they are now; figures of earlier runs were judged by the old ones. A next version keeps the two apart.</source>
        <translation>次の実行は現在のラベルで学習します。以前の実行の数値は古いラベルで評価されています。次のバージョンを作ると、両者を分けられます。</translation>
    </message>
    <message>
        <source>a sample is disputed or skipped by now</source>
        <translation>現在 1 件のサンプルが保留またはスキップです</translation>
    </message>
    <message>
        <source>%n samples are disputed or skipped by now</source>
        <translation>現在 %n 件のサンプルが保留またはスキップです</translation>
    </message>
    <message>
        <source>They are still learned and tested. Decide on them, or make the next version, which leaves them out.</source>
        <translation>まだ学習とテストに使われます。どうするか決めるか、それらを除く次のバージョンを作ってください。</translation>
    </message>
    <message>
        <source>a sample was removed or lost its label</source>
        <translation>1 件のサンプルが削除されたか、ラベルを失いました</translation>
    </message>
    <message>
        <source>%n samples were removed or lost their label</source>
        <translation>%n 件のサンプルが削除されたか、ラベルを失いました</translation>
    </message>
    <message>
        <source>They are left out of training and test, so figures of earlier runs stand on other samples. Make the next version.</source>
        <translation>学習とテストから除かれるため、以前の実行の数値は別のサンプルによるものです。次のバージョンを作ってください。</translation>
    </message>
    <message>
        <source>upstream, but learned after %1</source>
        <translation>上流ですが、%1 より後に学習されます</translation>
    </message>
    <message>
        <source>An upstream task is learned for later ones to reuse: move it before the tasks that are judged, or make it a downstream one.</source>
        <translation>上流のタスクは、後のタスクが再利用するために学習します。評価するタスクより前に移動するか、下流のタスクにしてください。</translation>
    </message>
    <message>
        <source>a test picture looks almost like one that %1 trains on</source>
        <translation>テスト用の画像 1 枚が、%1 の学習に使う画像とほとんど同じに見えます</translation>
    </message>
    <message>
        <source>%n test pictures look almost like some that %1 trains on</source>
        <translation>テスト用の画像 %n 枚が、%1 の学習に使う画像とほとんど同じに見えます</translation>
    </message>
    <message>
        <source>Shots of one scene in both tasks make the test say too much. Look at them, and remove those that %1 trains on.</source>
        <translation>同じ場面の画像が両方のタスクにあると、テストの結果が良く出すぎます。見比べて、%1 の学習に使うものを削除してください。</translation>
    </message>
    <message>
        <source>a test sample is trained on by %1</source>
        <translation>テスト用サンプル 1 件が %1 の学習に使われます</translation>
    </message>
    <message>
        <source>%n test samples are trained on by %1</source>
        <translation>テスト用サンプル %n 件が %1 の学習に使われます</translation>
    </message>
    <message>
        <source>What %1 learns of them helps here, and the test says too much. Make both tasks of data that is parted once, or remove the copies.</source>
        <translation>%1 がそれらから学んだことがここで役立ち、テストの結果が良く出すぎます。一度に区分したデータから両方のタスクを作るか、コピーを削除してください。</translation>
    </message>
</context>
<context>
    <name>TaskFacts</name>
    <message>
        <source>newer: %1</source>
        <translation>新しいもの: %1</translation>
    </message>
    <message>
        <source>+%1 new</source>
        <translation>新規 +%1</translation>
    </message>
</context>
<context>
    <name>TaskKind</name>
    <message>
        <source>Multiple choice</source>
        <translation>多肢選択</translation>
    </message>
    <message>
        <source>Choose the right one of several options, with or without a picture.</source>
        <translation>画像の有無にかかわらず、複数の選択肢から正しいものを選びます。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Sort pictures into classes.</source>
        <translation>画像をクラスに分けます。</translation>
    </message>
    <message>
        <source>Pairs of pictures</source>
        <translation>画像の対</translation>
    </message>
    <message>
        <source>Compare two pictures, with or without a statement about them.</source>
        <translation>2 枚の画像を比べます。画像についての文を付けることもできます。</translation>
    </message>
    <message>
        <source>Questions about a picture</source>
        <translation>画像についての質問</translation>
    </message>
    <message>
        <source>Answer a question about a picture, or judge a statement about it.</source>
        <translation>画像についての質問に答えるか、画像についての文の正誤を判断します。</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Sort texts, or pairs of texts, into classes.</source>
        <translation>テキスト、またはテキストの対をクラスに分けます。</translation>
    </message>
</context>
<context>
    <name>TestSample</name>
    <message>
        <source>test sample %1 of %2</source>
        <translation>%2 のテスト用サンプル %1</translation>
    </message>
    <message>
        <source>Wrong: this test sample is one of %1, and labelled %2.</source>
        <translation>不正解: このテスト用サンプルは %1 のもので、ラベルは %2 です。</translation>
    </message>
    <message>
        <source>Right: this test sample is labelled %1.</source>
        <translation>正解: このテスト用サンプルのラベルは %1 です。</translation>
    </message>
    <message>
        <source>Wrong: this test sample is labelled %1.</source>
        <translation>不正解: このテスト用サンプルのラベルは %1 です。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>From data to a decision</source>
        <translation>データから判断まで</translation>
    </message>
    <message>
        <source>Each entry on the left is a page, in the order of the work, and each page ends in the way to the next.</source>
        <translation>左の項目はそれぞれ 1 つのページで、作業の順に並んでいます。各ページの最後は次のページにつながります。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Here you look at your pictures and texts and label them: number keys give a class, Space enlarges.</source>
        <translation>ここで画像やテキストを見て、ラベルを付けます。数字キーでクラスを付け、スペースキーで拡大します。</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>タスクの作成</translation>
    </message>
    <message>
        <source>A dataset with labels becomes a task here; its test samples are set aside and are never learned from.</source>
        <translation>ラベルを付けたデータセットは、ここでタスクになります。テスト用サンプルは取り分けられ、学習には決して使われません。</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>Tasks are learned one after the other in the order of these cards; drag them to change it.</source>
        <translation>タスクはこのカードの順に 1 つずつ学習します。ドラッグして順番を変えられます。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>The list shows what is learned now and what waits; in the demo that is the same sequence twice, with Atlas and with a rival that forgets.</source>
        <translation>一覧には、いま学習しているものと待っているものが表示されます。デモでは同じシーケンスを、Atlas と、忘却する競争相手とで 2 回学習します。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Each cell says how well a task is answered after each step: figures that fall along a line are forgetting.</source>
        <translation>各セルは、それぞれの学習の後にタスクへどれだけ正しく答えられるかを示します。線に沿って下がる数値が忘却です。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Tick runs to lay them over each other and see what one gains and what it costs.</source>
        <translation>実行にチェックを付けると、重ねて表示し、得るものと費用を見比べられます。</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Say what a model must reach, and read here whether it may go into use, and why.</source>
        <translation>モデルに必要な水準を決めると、使い始めてよいかどうかと、その理由が分かります。</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>Drop a picture or type a text and see the answer, how sure it is and what it comes from.</source>
        <translation>画像をドロップするかテキストを入力すると、回答、その確かさ、根拠が分かります。</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>何でも検索</translation>
    </message>
    <message>
        <source>Pages, commands, tasks and runs are found here; Ctrl+K leads here from everywhere.</source>
        <translation>ページ、コマンド、タスク、実行をここで検索できます。どこからでも Ctrl+K で移動できます。</translation>
    </message>
    <message>
        <source>That was the tour</source>
        <translation>ツアーはこれで終わりです</translation>
    </message>
    <message>
        <source>Help stands behind the settings: the glossary, the keys of each page and this tour.</source>
        <translation>ヘルプは設定の中にあります。用語集、各ページのキー、このツアーを開けます。</translation>
    </message>
</context>
<context>
    <name>atlas::app::DemoStarter</name>
    <message>
        <source>Making the demo project</source>
        <translation>デモプロジェクトの作成中</translation>
    </message>
</context>
<context>
    <name>atlas::app::EngineService</name>
    <message>
        <source>Looking at the data</source>
        <translation>データの調査中</translation>
    </message>
    <message>
        <source>Suggesting labels for what has none</source>
        <translation>ラベルのないものに提案を作成中</translation>
    </message>
    <message>
        <source>Answering %1</source>
        <translation>%1 に回答中</translation>
    </message>
    <message>
        <source>Measuring robustness</source>
        <translation>頑健性を測定中</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 を書き出し中</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::AgreementSheet</name>
    <message>
        <source>Comparing what people said…</source>
        <translation>みんなの回答を比較中…</translation>
    </message>
    <message>
        <source>Each two people</source>
        <translation>2 人ずつの比較</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Both judged</source>
        <translation>両方が判断</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa (95 %)</source>
        <translation>コーエンのカッパ (95 %)</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>What is taken for what</source>
        <translation>何が何と間違えられるか</translation>
    </message>
    <message>
        <source>One says</source>
        <translation>一方の回答</translation>
    </message>
    <message>
        <source>Another says</source>
        <translation>もう一方の回答</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>Give a second opinion</source>
        <translation>セカンドオピニオンを付ける</translation>
    </message>
    <message>
        <source>Nobody has given a second opinion yet</source>
        <translation>まだ誰もセカンドオピニオンを付けていません</translation>
    </message>
    <message>
        <source>Ask a colleague to judge some of these samples without seeing the labels: sixty are enough to begin with. Alone, you can judge your own labels again after a while. What differs is marked as disputed, and here you see how much people agree.</source>
        <translation>同僚に、ラベルを見ずにサンプルの一部を判断してもらってください。最初は 60 件で十分です。1 人の場合は、しばらくしてから自分のラベルをもう一度判断できます。異なるものは保留となり、ここで一致の度合いが分かります。</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha is %1: %2 agreement</source>
        <translation>クリッペンドルフのアルファは %1 です: 一致度は「%2」</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha is not defined: everybody used one class only</source>
        <translation>クリッペンドルフのアルファは定義されません: 全員が 1 つのクラスだけを使いました</translation>
    </message>
    <message>
        <source>Over %1 samples that two or more people judged; %2 of their judgements are the same. 1 is always the same, 0 is as by chance. The words are a convention of Landis and Koch (1977).</source>
        <translation>2 人以上が判断した %1 件のサンプルによる値です。判断の %2 が同じです。1 は常に同じ、0 は偶然と同じです。言葉は Landis と Koch (1977) の慣例によります。</translation>
    </message>
    <message>
        <source>For alpha, sets of labels that are equal in part agree in part (MASI distance); for kappa they differ.</source>
        <translation>アルファでは、一部が等しいラベルの組は一部一致とします (MASI 距離)。カッパでは不一致とします。</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n sample(s) they disagree on</source>
        <translation>
            <numerusform>意見が異なる %n 件のサンプルを表示</numerusform>
        </translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>定義なし</translation>
    </message>
    <message>
        <source>both used one class only</source>
        <translation>両方が 1 つのクラスだけを使いました</translation>
    </message>
    <message>
        <source>%1  (%2 to %3)</source>
        <translation>%1  (%2 ～ %3)</translation>
    </message>
    <message>
        <source>%1, of few samples</source>
        <translation>%1 (少数のサンプルによる)</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 と %2</translation>
    </message>
    <message>
        <source>(leaves it out)</source>
        <translation>(選ばない)</translation>
    </message>
    <message>
        <source>They agree on every sample.</source>
        <translation>すべてのサンプルで一致しています。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::AnswerCard</name>
    <message>
        <source>Pause the training</source>
        <translation>学習を一時停止</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>待たない</translation>
    </message>
    <message>
        <source>The answer appears here</source>
        <translation>回答はここに表示されます</translation>
    </message>
    <message>
        <source>Looking at the sample</source>
        <translation>サンプルを調べています</translation>
    </message>
    <message>
        <source>The first answer of a task takes longer: its training samples are looked at once.</source>
        <translation>タスクの最初の回答には時間がかかります。学習用サンプルを一度調べるためです。</translation>
    </message>
    <message>
        <source>Waiting for the training of %1</source>
        <translation>%1 の学習を待っています</translation>
    </message>
    <message>
        <source>The task %1 is gone.</source>
        <translation>タスク %1 はもうありません。</translation>
    </message>
    <message>
        <source>Choose another run.</source>
        <translation>別の実行を選んでください。</translation>
    </message>
    <message>
        <source>%1 answers as %2</source>
        <translation>%1 は %2 として回答</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>確信度 %1</translation>
    </message>
    <message>
        <source>Confidence: %1</source>
        <translation>確信度: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>次点: %1</translation>
    </message>
    <message>
        <source>This run weighs no adapters: what serves a task is the same for every sample.</source>
        <translation>この実行はアダプターに重みを付けません。タスクに使うものは、どのサンプルでも同じです。</translation>
    </message>
    <message>
        <source>%1: weight %2. Without it the loss on validation samples changes by %3.</source>
        <translation>%1: 重み %2。外すと検証用サンプルの損失が %3 変わります。</translation>
    </message>
    <message>
        <source>Only the adapter of %1 took part</source>
        <translation>使われたのは %1 のアダプターだけです</translation>
    </message>
    <message>
        <source>The adapter of %1 weighed most</source>
        <translation>%1 のアダプターが最も重く使われました</translation>
    </message>
    <message>
        <source>Mean weight over all layers, for this sample</source>
        <translation>このサンプルでの、すべての層の平均の重み</translation>
    </message>
    <message>
        <source>Adapter of</source>
        <translation>アダプター</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Give a sample on the left and press Answer: you see what the run says, how sure it is, and which training samples are like yours. With a test sample you also see whether it is right.</source>
        <translation>左でサンプルを入力して「回答する」を押すと、実行の答え、その確かさ、似ている学習用サンプルが表示されます。テスト用サンプルなら、正しいかどうかも分かります。</translation>
    </message>
    <message>
        <source>Take a test sample</source>
        <translation>テスト用サンプルを使う</translation>
    </message>
    <message>
        <source>What would you answer?</source>
        <translation>あなたならどう答えますか？</translation>
    </message>
    <message>
        <source>A test sample is filled in. Press Answer and see what the run says, and whether it is right.</source>
        <translation>テスト用サンプルを入力しました。「回答する」を押すと、実行の答えと、それが正しいかどうかが表示されます。</translation>
    </message>
    <message>
        <source>It makes room for your sample between two of its steps and goes on by itself. What it learns stays the same. A paused training keeps what was learned and can go on afterwards.</source>
        <translation>学習のステップの合間に回答し、学習は自動的に続きます。学習結果は変わりません。一時停止した学習は、学んだ内容を保持し、後で再開できます。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::AuditSheet</name>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>まだ何も決定されていません。</translation>
    </message>
    <message numerus="yes">
        <source>Verified: %n entries, head hash %1…</source>
        <translation>
            <numerusform>検証済み: %n 件の記録、先頭ハッシュ %1…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not as it was written: %n problem(s) found.</source>
        <translation>
            <numerusform>書かれたときと異なります: %n 件の問題が見つかりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>検証中…</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>監査証跡</translation>
    </message>
    <message>
        <source>Each entry carries the hash of the one before it, so a change from outside is found. Reports print the head hash: compare it with this one.</source>
        <translation>各記録は前の記録のハッシュを持つため、外部からの変更が分かります。レポートには先頭ハッシュが印刷されます。この値と比べてください。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>学習後</translation>
    </message>
    <message>
        <source>As it was written, and as its hash covers it:
before: %1
after: %2</source>
        <translation>記録されたままの、ハッシュの対象となる内容:
以前: %1
以後: %2</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::BarChart</name>
    <message>
        <source>not defined</source>
        <translation>定義なし</translation>
    </message>
    <message>
        <source>%1: %2 (%3 – %4)</source>
        <translation>%1: %2 (%3 – %4)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>high</source>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::BatchPanel</name>
    <message>
        <source>Answer all rows</source>
        <translation>すべての行に回答</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open the answers</source>
        <translation>回答を開く</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>CSV file of samples</source>
        <translation>サンプルの CSV ファイル</translation>
    </message>
    <message>
        <source>Drop a CSV file here, or choose one</source>
        <translation>CSV ファイルをここにドロップするか、選択してください</translation>
    </message>
    <message>
        <source>CSV file of answers</source>
        <translation>回答の CSV ファイル</translation>
    </message>
    <message>
        <source>Writes one answer with its confidence for each row</source>
        <translation>各行に、確信度付きの回答を 1 つ書き込みます</translation>
    </message>
    <message>
        <source>Stops; nothing is written</source>
        <translation>停止します。何も書き込まれません</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Problems of the file</source>
        <translation>ファイルの問題</translation>
    </message>
    <message>
        <source>Opens the file with the program for tables</source>
        <translation>表計算プログラムでファイルを開きます</translation>
    </message>
    <message>
        <source>Shows the file among others</source>
        <translation>ファイルをフォルダーの中に表示します</translation>
    </message>
    <message>
        <source>Choose the file of samples</source>
        <translation>サンプルのファイルを選択</translation>
    </message>
    <message>
        <source>Choose where the answers go</source>
        <translation>回答の保存先を選択</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Answers for a whole file</source>
        <translation>ファイル全体への回答</translation>
    </message>
    <message>
        <source>Every row of a CSV file is answered into another CSV file: the answer, its confidence, and the probability of each class.</source>
        <translation>CSV ファイルのすべての行に回答し、別の CSV ファイルに書き込みます。回答、その確信度、各クラスの確率が入ります。</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV ファイル (*.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>Find out, row by row</source>
        <translation>行ごとに判定</translation>
    </message>
    <message>
        <source>The first row names the columns: image, text, question, choice0, choice1, ..., as far as there are such. Pictures are named by their files.</source>
        <translation>最初の行には列の名前を書きます。image、text、question、choice0、choice1、… のうち、あるものだけで構いません。画像はファイル名で示します。</translation>
    </message>
    <message>
        <source>The first row names the columns; needed: %1. Pictures are named by their files.</source>
        <translation>最初の行には列の名前を書きます。必要なもの: %1。画像はファイル名で示します。</translation>
    </message>
    <message>
        <source>A training goes on: the answers come when it ends or is paused.</source>
        <translation>学習中です。学習が終わるか一時停止すると回答します。</translation>
    </message>
    <message>
        <source>The answers stand in %1.</source>
        <translation>回答は %1 にあります。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>停止しました。何も書き込まれていません。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CellSamples</name>
    <message>
        <source>Open in Data</source>
        <translation>データで開く</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>表示するサンプル</translation>
    </message>
    <message>
        <source>Lost: right when the task was learned, wrong now. Found: the other way round.</source>
        <translation>喪失: 学習時は正解、現在は誤り。獲得: その逆。</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>テスト用サンプル</translation>
    </message>
    <message>
        <source>Shows these samples on the Data page, to look closer or to correct their labels</source>
        <translation>これらのサンプルをデータページに表示し、詳しく見たりラベルを直したりします</translation>
    </message>
    <message>
        <source>Click a cell of the accuracy matrix to see the test samples behind it.</source>
        <translation>正解率の行列のセルをクリックすると、その根拠となるテスト用サンプルが表示されます。</translation>
    </message>
    <message>
        <source>No answers of single samples are kept for this cell.</source>
        <translation>このセルには、サンプルごとの回答が保存されていません。</translation>
    </message>
    <message>
        <source>%1 of %2 test samples of %3 are answered wrongly.</source>
        <translation>%3 のテスト用サンプル %2 件のうち %1 件が誤りです。</translation>
    </message>
    <message>
        <source>Every test sample of %1 is answered as well as when it was learned; %2 of %3 wrongly.</source>
        <translation>%1 のテスト用サンプルは、すべて学習時と同じ水準で回答されています。%3 件のうち %2 件が誤りです。</translation>
    </message>
    <message>
        <source>Of %1 test samples of %2, %3 were lost since it was learned, %4 found; %5 are wrong.</source>
        <translation>%2 のテスト用サンプル %1 件のうち、学習後に %3 件を喪失、%4 件を獲得しました。%5 件が誤りです。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Lost and found</source>
        <translation>喪失と獲得</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message numerus="yes">
        <source>Open %n in Data</source>
        <translation>
            <numerusform>データで %n 件を開く</numerusform>
        </translation>
    </message>
    <message>
        <source>Test samples of %1 as %2 answers them after %3 was learned</source>
        <translation>%3 を学習した後に %2 が回答した %1 のテスト用サンプル</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CellSamplesModel</name>
    <message>
        <source>then %1</source>
        <translation>当時 %1</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>現在 %1</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>喪失</translation>
    </message>
    <message>
        <source>found</source>
        <translation>獲得</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>クラス %1</translation>
    </message>
    <message>
        <source>Expected: %1.</source>
        <translation>期待される答え: %1。</translation>
    </message>
    <message>
        <source>Then: %1, right, %2 sure.</source>
        <translation>当時: %1、正解、確信度 %2。</translation>
    </message>
    <message>
        <source>Then: %1, wrong, %2 sure.</source>
        <translation>当時: %1、誤り、確信度 %2。</translation>
    </message>
    <message>
        <source>Now: %1, right, %2 sure.</source>
        <translation>現在: %1、正解、確信度 %2。</translation>
    </message>
    <message>
        <source>Now: %1, wrong, %2 sure.</source>
        <translation>現在: %1、誤り、確信度 %2。</translation>
    </message>
    <message>
        <source>The sample itself is not read yet, or was removed.</source>
        <translation>サンプル自体はまだ読み込まれていないか、削除されています。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ChangesPanel</name>
    <message>
        <source>%1 serves now and would be lost: this run did not learn it.</source>
        <translation>%1 は現在使われていますが、この実行は学習していないため失われます。</translation>
    </message>
    <message>
        <source>No task gets worse.</source>
        <translation>悪くなるタスクはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) get worse, %1 by most: %2.</source>
        <translation>
            <numerusform>%n タスクが悪くなります。最も悪いのは %1 です: %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>What this update changes against %1</source>
        <translation>この更新による %1 からの変化</translation>
    </message>
    <message>
        <source>not learned</source>
        <translation>未学習</translation>
    </message>
    <message>
        <source>no test samples in common</source>
        <translation>共通のテスト用サンプルがありません</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Score of the version in production</source>
        <translation>運用中のバージョンのスコア</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当時</translation>
    </message>
    <message>
        <source>Score of this run</source>
        <translation>この実行のスコア</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>偶然</translation>
    </message>
    <message>
        <source>Both answered the same test samples; the test is paired, sample by sample</source>
        <translation>両方が同じテスト用サンプルに回答しています。検定はサンプルごとの対応のある検定です</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ChartView</name>
    <message>
        <source>Numbers of the chart</source>
        <translation>グラフの数値</translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation>数値を表で表示</translation>
    </message>
    <message>
        <source>Copy or save the chart</source>
        <translation>グラフをコピーまたは保存</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Copy the data</source>
        <translation>データをコピー</translation>
    </message>
    <message>
        <source>Save as PNG, PDF or CSV…</source>
        <translation>PNG、PDF、CSV として保存…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全体を表示</translation>
    </message>
    <message>
        <source>The chart stands on %1 rows, more than can be copied. Nothing was copied.</source>
        <translation>このグラフは %1 行に基づいており、コピーできる量を超えています。何もコピーされていません。</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV として保存…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>画像 (*.png)</translation>
    </message>
    <message>
        <source>Vector picture for documents (*.pdf)</source>
        <translation>文書用のベクター画像 (*.pdf)</translation>
    </message>
    <message>
        <source>All numbers (*.csv)</source>
        <translation>すべての数値 (*.csv)</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ClassBars</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ClassModel</name>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ClassSheet</name>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Double-click a name or a key to change it. Everything here can be undone (Ctrl+Z).</source>
        <translation>名前やキーをダブルクリックすると変更できます。ここでの操作はすべて元に戻せます (Ctrl+Z)。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Move up: the first classes have the first keys</source>
        <translation>上へ移動: 最初のクラスが最初のキーになります</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Samples of the chosen classes get the one that has most of them</source>
        <translation>選んだクラスのサンプルを、サンプルが最も多いクラスにまとめます</translation>
    </message>
    <message>
        <source>The samples stay and lose this label</source>
        <translation>サンプルは残り、このラベルだけがなくなります</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>%1 に統合</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>%1 look like spellings of one class.</source>
        <translation>%1 は 1 つのクラスの表記ゆれのようです。</translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation>統合する</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ClassesPanel</name>
    <message>
        <source>Task and moment</source>
        <translation>タスクと時点</translation>
    </message>
    <message>
        <source>Which task&apos;s test split, and after which task was learned. A click into the accuracy matrix chooses too.</source>
        <translation>どのタスクのテストを、どのタスクの学習後に見るかです。正解率の行列をクリックしても選べます。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Shown:</source>
        <translation>表示中:</translation>
    </message>
    <message>
        <source>%1 after %2 was learned</source>
        <translation>%2 を学習した後の %1</translation>
    </message>
    <message>
        <source>is</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>%1 answered as %2: %3 of %4 (%5)</source>
        <translation>%1 を %2 と回答: %4 件のうち %3 件 (%5)</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>サンプルなし</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>回答なし</translation>
    </message>
    <message>
        <source>Test samples of each class by answer (n = %1); colour: share of the row</source>
        <translation>各クラスのテスト用サンプルと回答 (n = %1)。色: 行に占める割合</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Test samples of the class</source>
        <translation>そのクラスのテスト用サンプル</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>発見</translation>
    </message>
    <message>
        <source>Recall: share of the class that was answered with it</source>
        <translation>再現率: そのクラスのうち、正しくそのクラスと回答された割合</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>信頼</translation>
    </message>
    <message>
        <source>Precision: share of these answers that were right</source>
        <translation>適合率: その回答のうち、正しかった割合</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation>列を検索</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>異なるものだけ</translation>
    </message>
    <message>
        <source>Figures, and all in which the runs of the table are not the same</source>
        <translation>数値と、表の実行の間で異なるすべてのもの</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ColumnMap</name>
    <message>
        <source>not used</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>second text</source>
        <translation>2 つ目のテキスト</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>second picture</source>
        <translation>2 枚目の画像</translation>
    </message>
    <message>
        <source>two pictures, as a list</source>
        <translation>2 枚の画像 (一覧)</translation>
    </message>
    <message>
        <source>question or statement</source>
        <translation>質問または文</translation>
    </message>
    <message>
        <source>one of the options</source>
        <translation>選択肢の 1 つ</translation>
    </message>
    <message>
        <source>all options, as a list</source>
        <translation>すべての選択肢 (一覧)</translation>
    </message>
    <message>
        <source>part (training, test)</source>
        <translation>区分 (学習用、テスト用)</translation>
    </message>
    <message>
        <source>group that stays together</source>
        <translation>まとめて扱うグループ</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>state of review</source>
        <translation>確認状態</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>コンマ</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>セミコロン</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>縦線</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>is</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>How the file writes letters beyond A to Z. If they look wrong, choose another way.</source>
        <translation>ファイルで A から Z 以外の文字をどう表しているかです。文字が正しく見えない場合は、別の方法を選んでください。</translation>
    </message>
    <message>
        <source>Between the fields</source>
        <translation>項目の区切り</translation>
    </message>
    <message>
        <source>What stands between two fields of a line</source>
        <translation>行の項目と項目の間にある文字</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>最初の行</translation>
    </message>
    <message>
        <source>Whether the first line names the columns or is data already</source>
        <translation>最初の行が列の名前か、すでにデータか</translation>
    </message>
    <message>
        <source>Found out</source>
        <translation>自動判定</translation>
    </message>
    <message>
        <source>names of the columns</source>
        <translation>列の名前</translation>
    </message>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>%1, found out</source>
        <translation>%1 (自動判定)</translation>
    </message>
    <message>
        <source>%1, as you chose</source>
        <translation>%1 (選択済み)</translation>
    </message>
    <message>
        <source>names, found out</source>
        <translation>名前 (自動判定)</translation>
    </message>
    <message>
        <source>data, found out</source>
        <translation>データ (自動判定)</translation>
    </message>
    <message>
        <source>What the column %1 is</source>
        <translation>列 %1 の内容</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CommandSearch</name>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Search pages, commands, tasks, runs and samples</source>
        <translation>ページ、コマンド、タスク、実行、サンプルを検索</translation>
    </message>
    <message>
        <source>Search pages, commands, tasks, runs and samples (%1)</source>
        <translation>ページ、コマンド、タスク、実行、サンプルを検索 (%1)</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CompareBar</name>
    <message>
        <source>Pin as baseline</source>
        <translation>基準にする</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>基準を外す</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Filter:  strategy:atlas  accuracy&gt;80%  -tag:old  words  ( / )</source>
        <translation>フィルター:  strategy:atlas  accuracy&gt;80%  -tag:old  単語  ( / )</translation>
    </message>
    <message>
        <source>How to write a filter</source>
        <translation>フィルターの書き方</translation>
    </message>
    <message>
        <source>Tell the others against the chosen run; it stays on top (P)</source>
        <translation>選んだ実行を基準としてほかを示します。基準は一番上に残ります (P)</translation>
    </message>
    <message>
        <source>Tell no run against another</source>
        <translation>どの実行も基準にしません</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>%1 文字目: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>実行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%2 件の実行のうち %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n more settings differ</source>
        <translation>
            <numerusform>%1、ほかに異なる設定 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them with Columns</source>
        <translation>「列」で表示できます</translation>
    </message>
    <message>
        <source>Against %1: ▲ better, ▼ worse</source>
        <translation>%1 に対して: ▲ 良い、▼ 悪い</translation>
    </message>
    <message>
        <source>Runs of one recipe differ in their seed alone</source>
        <translation>同じレシピの実行は、シードだけが異なります</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CompareCharts</name>
    <message>
        <source>tasks learned</source>
        <translation>学習したタスクの数</translation>
    </message>
    <message>
        <source>Over tasks</source>
        <translation>タスク全体</translation>
    </message>
    <message>
        <source>One task</source>
        <translation>1 つのタスク</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Trade-offs</source>
        <translation>トレードオフ</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Nothing is ticked</source>
        <translation>チェックされたものがありません</translation>
    </message>
    <message>
        <source>Tick runs in the table, or choose some and press Space: they are drawn here.</source>
        <translation>表で実行にチェックを付けるか、選択してスペースキーを押すと、ここに描画されます。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>The task whose score is drawn</source>
        <translation>スコアを描くタスク</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>タスク:</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>まだ何も測定されていません</translation>
    </message>
    <message>
        <source>%1 ends highest: %2 on average</source>
        <translation>最後に最も高いのは %1 です: 平均 %2</translation>
    </message>
    <message>
        <source>%1 ends at %2 on average</source>
        <translation>%1 の最後の平均は %2です</translation>
    </message>
    <message>
        <source>average score, %</source>
        <translation>平均スコア、%</translation>
    </message>
    <message>
        <source>Nothing that can be seen was forgotten</source>
        <translation>目に見える忘却はありません</translation>
    </message>
    <message>
        <source>%1 forgets most: %2</source>
        <translation>最も忘却したのは %1 です: %2</translation>
    </message>
    <message>
        <source>%1 forgets %2</source>
        <translation>%1 の忘却は %2です</translation>
    </message>
    <message>
        <source>forgotten, points</source>
        <translation>忘却 (ポイント)</translation>
    </message>
    <message>
        <source>On %1, %2 ends highest: %3</source>
        <translation>%1 で最後に最も高いのは %2 です: %3</translation>
    </message>
    <message>
        <source>Nothing is measured of %1 yet</source>
        <translation>%1 についてはまだ何も測定されていません</translation>
    </message>
    <message>
        <source>score, %</source>
        <translation>スコア、%</translation>
    </message>
    <message>
        <source>after learning</source>
        <translation>学習後</translation>
    </message>
    <message>
        <source>%1 end highest: %2 on average each</source>
        <translation>最後に最も高いのは %1 です: それぞれ平均 %2</translation>
    </message>
    <message>
        <source>%1 forget most: %2 each</source>
        <translation>最も忘却したのは %1 です: それぞれ %2</translation>
    </message>
    <message>
        <source>On %1, %2 end highest: %3 each</source>
        <translation>%1 で最後に最も高いのは %2 です: それぞれ %3</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CompareModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The baseline: the others are told against it.</source>
        <translation>基準: ほかの実行はこれと比べて示します。</translation>
    </message>
    <message>
        <source>Runs that differ in their seed alone. Right unfolds them, Left folds them.</source>
        <translation>シードだけが異なる実行です。→ で開き、← でたたみます。</translation>
    </message>
    <message>
        <source>%1 over %2, seed %3</source>
        <translation>%2 の %1、シード %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基準</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ComparePage</name>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Tick what is selected, to draw it</source>
        <translation>選択したものにチェックを付けて描画</translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>→、←</translation>
    </message>
    <message>
        <source>Unfold and fold runs of one recipe</source>
        <translation>同じ条件の実行を開く、たたむ</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the results of the run</source>
        <translation>実行の結果を開く</translation>
    </message>
    <message>
        <source>No run passes the filter</source>
        <translation>フィルターに合う実行がありません</translation>
    </message>
    <message>
        <source>All terms of the filter must hold.</source>
        <translation>フィルターのすべての条件に合う必要があります。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを消去</translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation>実行を読み込み中…</translation>
    </message>
    <message>
        <source>There is nothing to compare yet</source>
        <translation>まだ比較するものがありません</translation>
    </message>
    <message>
        <source>Here runs stand beside each other: which answers best, which forgets least, what each costs, and whether the difference could be chance.</source>
        <translation>ここで実行を並べて見比べます。どれが最も正しく答えるか、どれが最も忘却しないか、それぞれの費用、差が偶然かどうかが分かります。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message numerus="yes">
        <source>Of %n ticked row(s) the first %1 are drawn.</source>
        <translation>
            <numerusform>チェックした %n 行のうち、最初の %1 行を描いています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>すべてのチェックを外す</translation>
    </message>
    <message>
        <source>Group by seed</source>
        <translation>シードでまとめる</translation>
    </message>
    <message>
        <source>One row for runs that differ in their seed alone: mean, spread, number (G)</source>
        <translation>シードだけが異なる実行を 1 行にします: 平均、ばらつき、件数 (G)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose what the table shows</source>
        <translation>表に表示するものを選択</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>ビュー</translation>
    </message>
    <message>
        <source>Filter, columns, order, grouping and baseline under a name</source>
        <translation>フィルター、列、並び順、まとめ方、基準に名前を付けて保存</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Write everything that the ticked runs measured to a CSV or JSON file</source>
        <translation>チェックした実行のすべての測定値を CSV または JSON ファイルに書き出します</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Hold the chosen run against targets: go or no-go</source>
        <translation>選んだ実行を目標と照らし合わせます: 可か不可か</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>実行を絞り込む</translation>
    </message>
    <message>
        <source>Pin the run as baseline</source>
        <translation>実行を基準にする</translation>
    </message>
    <message>
        <source>Group runs by seed</source>
        <translation>実行をシードでまとめる</translation>
    </message>
    <message>
        <source>Tag the selected runs</source>
        <translation>選択した実行にタグを付ける</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>Untick all runs</source>
        <translation>すべての実行のチェックを外す</translation>
    </message>
    <message>
        <source>How to write a filter</source>
        <translation>フィルターの書き方</translation>
    </message>
    <message>
        <source>Export the compared runs</source>
        <translation>比較した実行を書き出す</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>表計算用の表 (*.csv)</translation>
    </message>
    <message>
        <source>Structured (*.json)</source>
        <translation>構造化データ (*.json)</translation>
    </message>
    <message>
        <source>compared runs</source>
        <translation>比較した実行</translation>
    </message>
    <message numerus="yes">
        <source>Export %n run(s)</source>
        <translation>
            <numerusform>%n 件の実行を書き出す</numerusform>
        </translation>
    </message>
    <message>
        <source>The runs were written to %1.</source>
        <translation>実行を %1 に書き出しました。</translation>
    </message>
    <message>
        <source>No view was saved yet</source>
        <translation>まだ保存したビューがありません</translation>
    </message>
    <message>
        <source>Everything, newest first</source>
        <translation>すべて、新しいものから</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>このビューを保存…</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>ビューを削除</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>ビューの名前</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>ビューには名前が必要です。</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>このビューを保存</translation>
    </message>
    <message>
        <source>For a start the newest finished run of each recipe over %1 is ticked, at most %2. Esc unticks them.</source>
        <translation>最初は、%1 での各レシピの最新の完了した実行に、最大 %2 件までチェックが付いています。Esc で外せます。</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>実行の名前を変更</translation>
    </message>
    <message>
        <source>The run %1 is called %2 from now on.</source>
        <translation>実行 %1 の名前を %2 に変更しました。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CostPanel</name>
    <message>
        <source>Cost of each task</source>
        <translation>各タスクの費用</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>すべてのタスク</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Training, with validation within it</source>
        <translation>学習時間 (間の検証を含む)</translation>
    </message>
    <message>
        <source>Samples/s</source>
        <translation>サンプル/秒</translation>
    </message>
    <message>
        <source>Training samples a second</source>
        <translation>1 秒あたりの学習用サンプル数</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>アダプター</translation>
    </message>
    <message>
        <source>Parameters of adapters and gates that the task added</source>
        <translation>タスクが追加したアダプターとゲートのパラメーター</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>Parameters of the task&apos;s head</source>
        <translation>タスクのヘッドのパラメーター</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Size of the task&apos;s package on disk</source>
        <translation>タスクのパッケージがディスクで占める大きさ</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリー</translation>
    </message>
    <message>
        <source>Most memory used while it was learned</source>
        <translation>学習中に使った最大のメモリー</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::CurvePanel</name>
    <message>
        <source>Curve</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>What is drawn over the steps of the training</source>
        <translation>学習のステップに沿って描くもの</translation>
    </message>
    <message>
        <source>Part of the training</source>
        <translation>学習の部分</translation>
    </message>
    <message>
        <source>The task and the stage in which it was measured</source>
        <translation>測定したタスクと段階</translation>
    </message>
    <message>
        <source>These runs have kept no curves</source>
        <translation>これらの実行には曲線が保存されていません</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>%1, %</source>
        <translation>%1、%</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s) while they learned %2</source>
        <translation>
            <numerusform>%2 を学習中の %n 本の線の%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n other(s) kept no such curve.</source>
        <translation>
            <numerusform>%1 ほか %n 件にはこの曲線が保存されていません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DataInspector</name>
    <message>
        <source>Choose a sample to see and label it.</source>
        <translation>サンプルを選ぶと、ここで見てラベルを付けられます。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note (N)</source>
        <translation>メモ (N)</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Mark as checked by a second look</source>
        <translation>見直して確認済みにします</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Mark as disputed, to be talked about</source>
        <translation>意見が分かれているものとして保留にします</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Leave out for now</source>
        <translation>今回は除きます</translation>
    </message>
    <message>
        <source>Unlabel</source>
        <translation>ラベル解除</translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation>ラベルを取り除きます</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) chosen</source>
        <translation>
            <numerusform>%n 件のサンプルを選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>まだ判断されていません</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>提案を採用</translation>
    </message>
    <message>
        <source>from run %1</source>
        <translation>実行 %1 から</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>From</source>
        <translation>元の場所</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DataPage</name>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>This dataset has no samples</source>
        <translation>このデータセットにはサンプルがありません</translation>
    </message>
    <message>
        <source>No sample of %1 passes the filter  %2</source>
        <translation>フィルター %2 に合う %1 のサンプルはありません</translation>
    </message>
    <message>
        <source>Import some into it.</source>
        <translation>サンプルを取り込んでください。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを消去</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This project is opened to read only: labels cannot be changed.</source>
        <translation>このプロジェクトは読み取り専用で開かれています。ラベルは変更できません。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>フォルダーを取り込む</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Quality: what is odd, and what to do</source>
        <translation>品質: おかしなところと対処</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>次の指摘</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>前の指摘</translation>
    </message>
    <message>
        <source>Classes: rename, merge, delete, choose keys</source>
        <translation>クラス: 名前の変更、統合、削除、キーの選択</translation>
    </message>
    <message>
        <source>Remove the chosen samples from the dataset</source>
        <translation>選んだサンプルをデータセットから削除</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>タスク作成</translation>
    </message>
    <message>
        <source>Close what is open, then clear the choice</source>
        <translation>開いているものを閉じる、次に選択を解除</translation>
    </message>
    <message>
        <source>1 – 9</source>
        <translation>1 – 9</translation>
    </message>
    <message>
        <source>Give one of the first nine labels and go on</source>
        <translation>最初の 9 つのラベルの 1 つを付けて次へ進む</translation>
    </message>
    <message>
        <source>C, E, G …</source>
        <translation>C、E、G …</translation>
    </message>
    <message>
        <source>Give the label whose button shows the letter</source>
        <translation>ボタンにその文字があるラベルを付ける</translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation>ラベルを取り除きます</translation>
    </message>
    <message>
        <source>Mark as verified</source>
        <translation>確認済みにする</translation>
    </message>
    <message>
        <source>Flag as disputed</source>
        <translation>保留にする</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Take the suggestion, or the first fix of the finding; with Shift the second</source>
        <translation>提案、または指摘の最初の対処を採用 (Shift で 2 番目)</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Remove the chosen samples from the dataset; the files stay</source>
        <translation>選んだサンプルをデータセットから削除 (ファイルは残ります)</translation>
    </message>
    <message>
        <source>Take back and do again, without limit</source>
        <translation>何度でも元に戻す、やり直す</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Loupe: one sample over the whole page, and back</source>
        <translation>拡大: 1 件をページ全体に表示、もう一度で戻る</translation>
    </message>
    <message>
        <source>Loupe: blink between the two pictures of a pair</source>
        <translation>拡大: 対の 2 枚の画像を切り替え</translation>
    </message>
    <message>
        <source>+, −, Home</source>
        <translation>+、−、Home</translation>
    </message>
    <message>
        <source>Map: nearer, farther, everything; its arrows go to the nearest sample that way</source>
        <translation>マップ: 近づく、離れる、全体。矢印キーはその方向の最も近いサンプルへ</translation>
    </message>
    <message>
        <source>Arrows, A, D</source>
        <translation>矢印、A、D</translation>
    </message>
    <message>
        <source>Move; with Shift or Ctrl choose several</source>
        <translation>移動。Shift または Ctrl で複数選択</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>This project is opened to read only: nothing can be imported.</source>
        <translation>このプロジェクトは読み取り専用で開かれています。何も取り込めません。</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>ファイルを取り込む</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Imported %1 samples into %2.</source>
        <translation>%1 件のサンプルを %2 に取り込みました。</translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation>何も取り込まれませんでした。%1</translation>
    </message>
    <message>
        <source>%1 %2 of %3 rows could not be read.</source>
        <translation>%1%3 行のうち %2 行は読み込めませんでした。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>読み込めなかったもの</translation>
    </message>
    <message>
        <source>Classes of %1</source>
        <translation>%1 のクラス</translation>
    </message>
    <message>
        <source>Made the task &quot;%1&quot;: %2 samples for training, %3 for validation, %4 for the test.</source>
        <translation>タスク「%1」を作成しました: 学習用 %2 件、検証用 %3 件、テスト用 %4 件。</translation>
    </message>
    <message>
        <source>Put it into a sequence</source>
        <translation>シーケンスに入れる</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Export %1…</source>
        <translation>%1 を書き出し…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 の書き出し</translation>
    </message>
    <message>
        <source>Exporting &quot;%1&quot;</source>
        <translation>「%1」を書き出し中</translation>
    </message>
    <message>
        <source>Wrote %1 samples and %2 pictures to %3.</source>
        <translation>%1 件のサンプルと %2 枚の画像を %3 に書き出しました。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Reading the datasets…</source>
        <translation>データセットを読み込み中…</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>まだデータがありません</translation>
    </message>
    <message>
        <source>Import a folder with one sub-folder per class, a table (CSV, JSON lines) or a set of pictures. Or drop it anywhere on this page: you see what was found before anything is stored.</source>
        <translation>クラスごとのサブフォルダーを持つフォルダー、表 (CSV、JSON Lines)、または画像を取り込んでください。このページのどこにでもドロップできます。保存する前に、見つかったものを確認できます。</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>フォルダーを取り込む…</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 を読み込み中…</translation>
    </message>
    <message>
        <source>Second opinion: judge without seeing the labels</source>
        <translation>セカンドオピニオン: ラベルを見ずに判断</translation>
    </message>
    <message>
        <source>Agreement: how much people agree</source>
        <translation>一致度: みんなの意見がどれだけ合うか</translation>
    </message>
    <message>
        <source>Agreement on %1</source>
        <translation>%1 の一致度</translation>
    </message>
    <message numerus="yes">
        <source>Shown: %n sample(s) that people disagree on. Beside a sample stands who said what; take one of the opinions there.</source>
        <translation>
            <numerusform>表示中: 意見の異なる %n 件のサンプル。サンプルの横に誰が何と答えたかが示されます。そこで意見の 1 つを採用してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions: keep the data as it is, compare, go back</source>
        <translation>バージョン: データを今のまま保存、比較、元に戻す</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>%1 のバージョン</translation>
    </message>
    <message>
        <source>Show all samples</source>
        <translation>すべてのサンプルを表示</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DataToolbar</name>
    <message>
        <source>Import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>タスク作成</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>The dataset that is shown</source>
        <translation>表示しているデータセット</translation>
    </message>
    <message>
        <source>Take in a folder or a file (Ctrl+I)</source>
        <translation>フォルダーまたはファイルを取り込む (Ctrl+I)</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>The next step: make a task of this dataset, to be learned</source>
        <translation>次のステップ: このデータセットから学習するタスクを作る</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>画像の大きさ</translation>
    </message>
    <message>
        <source>More about this dataset</source>
        <translation>このデータセットのその他の操作</translation>
    </message>
    <message>
        <source>Classes, versions, export</source>
        <translation>クラス、バージョン、書き出し</translation>
    </message>
    <message>
        <source>What is odd about this dataset, and what can be done about it (Alt+Q)</source>
        <translation>このデータセットのおかしなところと、その対処 (Alt+Q)</translation>
    </message>
    <message>
        <source>Show as pictures</source>
        <translation>画像で表示</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>表で表示</translation>
    </message>
    <message>
        <source>Show as a map: what looks alike lies close together</source>
        <translation>マップで表示: 似ているものが近くに並びます</translation>
    </message>
    <message>
        <source>%1 samples, %2 labelled</source>
        <translation>サンプル %1 件、ラベルあり %2 件</translation>
    </message>
    <message>
        <source>Quality  %1</source>
        <translation>品質  %1</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DecidePage</name>
    <message>
        <source>The run that the question is about</source>
        <translation>対象の実行</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Makes a report for a meeting: verdict, changes, return and where every figure is from</source>
        <translation>会議用のレポートを作ります: 判定、変化、投資対効果、すべての数値の出所</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>昇格…</translation>
    </message>
    <message>
        <source>Puts this run into production, or gives it another name; a reason is needed</source>
        <translation>この実行を運用に使うか、別の名前を付けます。理由が必要です</translation>
    </message>
    <message>
        <source>Decide against…</source>
        <translation>見送り…</translation>
    </message>
    <message>
        <source>Writes down that this run is not to serve, and why</source>
        <translation>この実行を使わないことと、その理由を記録します</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>ロールバック…</translation>
    </message>
    <message>
        <source>Production goes back to a version that served before; a reason is needed</source>
        <translation>以前使われていたバージョンに運用を戻します。理由が必要です</translation>
    </message>
    <message>
        <source>Figures of the return…</source>
        <translation>投資対効果の数値…</translation>
    </message>
    <message>
        <source>What it saves and what it costs, from figures that you type</source>
        <translation>節約できるものと費用を、入力した数値から計算します</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>投資対効果</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>矢印</translation>
    </message>
    <message>
        <source>Another target</source>
        <translation>別の目標</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Change what is asked</source>
        <translation>求める値を変更</translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation>実行を読み込み中…</translation>
    </message>
    <message>
        <source>Nothing has been trained yet</source>
        <translation>まだ何も学習していません</translation>
    </message>
    <message>
        <source>No run is finished yet</source>
        <translation>まだ完了した実行がありません</translation>
    </message>
    <message>
        <source>Here you set what a model must reach, read a verdict with its reasons, and decide which version serves. It takes a finished run.</source>
        <translation>ここでモデルに必要な水準を設定し、理由付きの判定を読み、どのバージョンを使うかを決めます。完了した実行が必要です。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>See how far the runs are</source>
        <translation>実行の進み具合を見る</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message>
        <source>Holding the run against what is asked…</source>
        <translation>実行を目標と照らし合わせています…</translation>
    </message>
    <message>
        <source>%1 is in production. Is it still good enough?</source>
        <translation>%1 は運用中です。今も十分ですか？</translation>
    </message>
    <message>
        <source>Put %1 into production?</source>
        <translation>%1 を運用に使いますか？</translation>
    </message>
    <message>
        <source>%1 gets the name, and whoever asks for that name is answered by it. The verdict now: %2.</source>
        <translation>%1 にこの名前が付き、この名前への質問には %1 が答えます。現在の判定: %2。</translation>
    </message>
    <message>
        <source>For production the update policy asks for a second person: this is a request, and it serves when somebody else approves it.</source>
        <translation>更新方針により、運用には 2 人目の承認が必要です。これは依頼であり、別の人が承認すると使われます。</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>%1 を昇格</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>昇格</translation>
    </message>
    <message>
        <source>Production is answered by an earlier version again, byte for byte. That version served before, so nobody has to approve it.</source>
        <translation>運用では再び以前のバージョンが、1 バイトも違わずに答えます。以前使われていたバージョンなので、承認は必要ありません。</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>ロールバック</translation>
    </message>
    <message>
        <source>Roll production back</source>
        <translation>運用をロールバック</translation>
    </message>
    <message>
        <source>Decide against %1</source>
        <translation>%1 を見送り</translation>
    </message>
    <message>
        <source>What serves stays as it is. The decision, the verdict of now and your reason are written into the history.</source>
        <translation>使われているものは変わりません。決定、現在の判定、あなたの理由が履歴に書き込まれます。</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>記録する</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>You agree as a second person (%1); the version serves from now on.</source>
        <translation>2 人目として承認します (%1)。これ以降、このバージョンが使われます。</translation>
    </message>
    <message>
        <source>What serves stays as it is.</source>
        <translation>使われているものは変わりません。</translation>
    </message>
    <message>
        <source>Return of the models of “%1”</source>
        <translation>「%1」のモデルの投資対効果</translation>
    </message>
    <message>
        <source>Update policy</source>
        <translation>更新方針</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>監査証跡</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判断</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DecisionCard</name>
    <message>
        <source>Show what the decision stands on</source>
        <translation>判断の根拠を表示</translation>
    </message>
    <message>
        <source>Fold what the decision stands on</source>
        <translation>判断の根拠をたたむ</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DecisionList</name>
    <message>
        <source>Reused or expanded</source>
        <translation>再利用か拡張か</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>タスク %1</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DecisionsPanel</name>
    <message>
        <source>This strategy makes no such decision, or none was made yet.</source>
        <translation>この手法はこのような判断をしないか、まだ判断していません。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::DifferencePanel</name>
    <message>
        <source>Compare all of them</source>
        <translation>すべて比較する</translation>
    </message>
    <message>
        <source>Compare the answers to the same test samples; this may take some seconds</source>
        <translation>同じテスト用サンプルへの回答を比べます。数秒かかることがあります</translation>
    </message>
    <message>
        <source>Differences by task</source>
        <translation>タスクごとの差</translation>
    </message>
    <message>
        <source>Differing settings</source>
        <translation>異なる設定</translation>
    </message>
    <message>
        <source>Against the baseline, on the same test samples</source>
        <translation>同じテスト用サンプルでの、基準との比較</translation>
    </message>
    <message>
        <source>What they were asked to do differently</source>
        <translation>それぞれに異なって指示されたこと</translation>
    </message>
    <message>
        <source>Tick other runs to see how they differ from the baseline.</source>
        <translation>ほかの実行にチェックを付けると、基準との違いが表示されます。</translation>
    </message>
    <message>
        <source>Pin a run as the baseline (P) and tick others to see how they differ from it.</source>
        <translation>実行を基準にし (P)、ほかにチェックを付けると、基準との違いが表示されます。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Comparing the answers of %n more…</source>
        <translation>
            <numerusform>ほか %n 件の回答を比較中…</numerusform>
        </translation>
    </message>
    <message>
        <source>Task, points</source>
        <translation>タスク、ポイント</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Tick runs to see in what they differ.</source>
        <translation>実行にチェックを付けると、異なるところが表示されます。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>なし。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message numerus="yes">
        <source>The answers of %n row(s) are not compared yet.</source>
        <translation>
            <numerusform>%n 行の回答はまだ比べられていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Run, points</source>
        <translation>実行、ポイント</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::EncodingQuestion</name>
    <message>
        <source>How the letters are meant</source>
        <translation>文字の読み方</translation>
    </message>
    <message>
        <source>These letters may be read in two ways. Which one is right?</source>
        <translation>これらの文字には 2 通りの読み方があります。どちらが正しいですか？</translation>
    </message>
    <message>
        <source>If neither is, choose another under &quot;How the table is read&quot;.</source>
        <translation>どちらも正しくない場合は、「表の読み方」で別のものを選んでください。</translation>
    </message>
    <message>
        <source>Read the letters so</source>
        <translation>この読み方にする</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ExportSheet</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>As</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>All samples (%1)</source>
        <translation>すべてのサンプル (%1)</translation>
    </message>
    <message>
        <source>Those that the filter shows (%1)</source>
        <translation>フィルターで表示しているもの (%1)</translation>
    </message>
    <message>
        <source>The chosen ones (%1)</source>
        <translation>選んだもの (%1)</translation>
    </message>
    <message>
        <source>Into the new folder</source>
        <translation>新しいフォルダー</translation>
    </message>
    <message>
        <source>It is made; nothing that is there is ever overwritten</source>
        <translation>新しく作成します。すでにあるものは決して上書きしません</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>In which folder the new one is made</source>
        <translation>新しいフォルダーを作る場所</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Make the new folder in</source>
        <translation>新しいフォルダーを作る場所</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>データを調べています…</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translation>できません: %1</translation>
    </message>
    <message>
        <source>Write the whole path of the folder.</source>
        <translation>フォルダーの完全なパスを書いてください。</translation>
    </message>
    <message>
        <source>This folder is there already and not empty. Choose another name: nothing is ever overwritten.</source>
        <translation>このフォルダーはすでにあり、空ではありません。別の名前を選んでください。何も上書きしません。</translation>
    </message>
    <message>
        <source>The dataset and its files stay as they are.</source>
        <translation>データセットとそのファイルは変わりません。</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 の書き出し</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::FactList</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy it whole: %1</source>
        <translation>全体をコピー: %1</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Filter:  label:defect  -verified  words  ( / )</source>
        <translation>フィルター:  label:defect  -verified  単語  ( / )</translation>
    </message>
    <message>
        <source>Words look in texts, names and labels. label:NAME, -label:NAME, label:none, split:test, verified, -verified, disputed, skipped, unlabelled</source>
        <translation>単語はテキスト、名前、ラベルから探します。label:名前、-label:名前、label:none、split:test、verified、-verified、disputed、skipped、unlabelled</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>The order of the samples</source>
        <translation>サンプルの並び順</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>取り込み順</translation>
    </message>
    <message>
        <source>In the order of the import</source>
        <translation>取り込んだときの順番</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>ラベル順</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>クラスごと</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>自信のないものから</translation>
    </message>
    <message>
        <source>Unlabelled samples whose suggestion is the most doubtful: a label teaches most there</source>
        <translation>ラベルがなく、提案が最も疑わしいサンプル: ラベルを付けると最も多くを教えられます</translation>
    </message>
    <message>
        <source>Most diverse first</source>
        <translation>多様なものから</translation>
    </message>
    <message>
        <source>Unlabelled samples, each as unlike those before it as can be: a good beginning</source>
        <translation>ラベルがなく、それまでのものとできるだけ異なるサンプル: 始めるのに適しています</translation>
    </message>
    <message>
        <source>Doubtful labels first</source>
        <translation>疑わしいラベルから</translation>
    </message>
    <message>
        <source>Labelled samples whose label the others contradict most</source>
        <translation>ほかのラベルと最も矛盾しているサンプル</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 サンプル</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 のうち %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>やり直す: %1</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ForgettingPanel</name>
    <message>
        <source>steps of training, task after task</source>
        <translation>学習のステップ (タスク順)</translation>
    </message>
    <message>
        <source>validation, %</source>
        <translation>検証、%</translation>
    </message>
    <message>
        <source>Older tasks can be watched from the second task on</source>
        <translation>以前のタスクは 2 番目のタスクから観察できます</translation>
    </message>
    <message>
        <source>No older task can suffer while a new one is learned</source>
        <translation>新しいタスクを学習しても、以前のタスクが悪くなることはありません</translation>
    </message>
    <message>
        <source>While a task is learned, those before it are tested after each epoch.</source>
        <translation>タスクの学習中、それより前のタスクをエポックごとにテストします。</translation>
    </message>
    <message>
        <source>This strategy changes nothing that older tasks use, so none was watched.</source>
        <translation>この手法は以前のタスクが使うものを変えないため、観察していません。</translation>
    </message>
    <message>
        <source>No older task fell while a new one was learned</source>
        <translation>新しいタスクの学習中に下がった以前のタスクはありません</translation>
    </message>
    <message>
        <source>While %1 was learned, %2 fell from %3 to %4 and ended at %5</source>
        <translation>%1 の学習中に、%2 は %3 から %4 まで下がり、最後は %5 でした</translation>
    </message>
    <message>
        <source>Validation of older tasks after each epoch; lowest of each, on average (min-ACC): %1; dotted: a new task begins</source>
        <translation>エポックごとの以前のタスクの検証。それぞれの最低値の平均 (min-ACC): %1。点線: 新しいタスクの開始</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::FunctionJob</name>
    <message>
        <source>The memory of this computer is used up.</source>
        <translation>このコンピューターのメモリーを使い切りました。</translation>
    </message>
    <message>
        <source>Close other programs or use a smaller part of the data, then try again.</source>
        <translation>ほかのプログラムを閉じるか、データの一部だけを使って、もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::GlossaryView</name>
    <message>
        <source>No term says this.</source>
        <translation>該当する用語はありません。</translation>
    </message>
    <message>
        <source>Find a term</source>
        <translation>用語を検索</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>用語</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::HeatMap</name>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::HistoryPanel</name>
    <message>
        <source>Nothing was decided in this project yet.</source>
        <translation>このプロジェクトではまだ何も決定されていません。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Audit trail…</source>
        <translation>監査証跡…</translation>
    </message>
    <message>
        <source>Every decision with its hash, verified</source>
        <translation>ハッシュ付きで検証された、すべての決定</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more</source>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ImportReportView</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>2 枚目の画像</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>2 つ目のテキスト</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>No labels yet: give them on the page after the import.</source>
        <translation>まだラベルがありません。取り込んだ後にデータページで付けてください。</translation>
    </message>
    <message>
        <source>First rows as they will be</source>
        <translation>最初の行 (取り込み後の姿)</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>発見</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>最初の行</translation>
    </message>
    <message>
        <source>What the first samples of the dataset will be</source>
        <translation>データセットの最初のサンプルがどうなるか</translation>
    </message>
    <message>
        <source>How the table is read</source>
        <translation>表の読み方</translation>
    </message>
    <message>
        <source>Its letters, and what each column is: look, and choose otherwise</source>
        <translation>文字と各列の内容: 確認して、必要なら変更してください</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>To import</source>
        <translation>取り込む件数</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除く件数</translation>
    </message>
    <message>
        <source>Part: %1</source>
        <translation>区分: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>問題 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ImportSheet</name>
    <message>
        <source>Several labels per sample</source>
        <translation>1 サンプルに複数のラベル</translation>
    </message>
    <message>
        <source>Leave files where they are</source>
        <translation>ファイルを元の場所に残す</translation>
    </message>
    <message>
        <source>A sample may carry any number of classes at once</source>
        <translation>1 件のサンプルにいくつでもクラスを付けられます</translation>
    </message>
    <message>
        <source>Pictures are not copied into the project; it needs them at their place</source>
        <translation>画像をプロジェクトにコピーしません。元の場所にある必要があります</translation>
    </message>
    <message>
        <source>Found out</source>
        <translation>自動判定</translation>
    </message>
    <message>
        <source>Into dataset</source>
        <translation>取り込み先のデータセット</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>These pictures were chosen one by one</source>
        <translation>これらの画像は 1 枚ずつ選ばれました</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%1 の画像 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Looking again…</source>
        <translation>もう一度調べています…</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>データを調べています…</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>まだ何も保存されていません。</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>取り込むものがありません</translation>
    </message>
    <message>
        <source>Choose the letters first</source>
        <translation>先に文字の読み方を選んでください</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 件を取り込む</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Inspector</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::InterferenceList</name>
    <message>
        <source>%1 samples lost, %2 found, n = %3</source>
        <translation>喪失 %1 件、獲得 %2 件、n = %3</translation>
    </message>
    <message>
        <source>Learning %1 cost %2 %3 (%4)</source>
        <translation>%1 の学習により、%2 は %3下がりました (%4)</translation>
    </message>
    <message>
        <source>Learning %1 gave %2 %3 (%4)</source>
        <translation>%1 の学習により、%2 は %3上がりました (%4)</translation>
    </message>
    <message>
        <source>See the samples</source>
        <translation>サンプルを見る</translation>
    </message>
    <message>
        <source>By the scores of the same test samples before and after each step; named is what chance does not explain (95 %).</source>
        <translation>各学習の前後の、同じテスト用サンプルのスコアによります。偶然では説明できないものを挙げています (95 %)。</translation>
    </message>
    <message>
        <source>Steps that changed older tasks</source>
        <translation>以前のタスクを変えた学習</translation>
    </message>
    <message>
        <source>The test samples of the older task after that step, those that were lost first</source>
        <translation>その学習の後の、以前のタスクのテスト用サンプル (喪失したものが先)</translation>
    </message>
    <message numerus="yes">
        <source>%n steps made an older task worse</source>
        <translation>
            <numerusform>%n 回の学習が以前のタスクを悪くしました</numerusform>
        </translation>
    </message>
    <message>
        <source>No step changed an older task by more than chance explains</source>
        <translation>偶然で説明できる以上に以前のタスクを変えた学習はありません</translation>
    </message>
    <message>
        <source>No step made an older task worse; some gained</source>
        <translation>以前のタスクを悪くした学習はありません。良くなったものがあります</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::JobRow</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止しました</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::JobsBar</name>
    <message>
        <source>Fold</source>
        <translation>たたむ</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::LabelButtons</name>
    <message>
        <source>Classes: rename, merge, delete, choose keys</source>
        <translation>クラス: 名前の変更、統合、削除、キーの選択</translation>
    </message>
    <message>
        <source>New class, or the name of one that has no key</source>
        <translation>新しいクラス、またはキーのないクラスの名前</translation>
    </message>
    <message>
        <source>Give the label %1</source>
        <translation>ラベル %1 を付ける</translation>
    </message>
    <message>
        <source>Find or add a class</source>
        <translation>クラスを検索または追加</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>クラスを追加</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::LearningPanel</name>
    <message>
        <source>No validation curve is stored for this</source>
        <translation>この学習の検証の曲線は保存されていません</translation>
    </message>
    <message>
        <source>%1 was still getting better at the end: %2 in the last quarter of its steps</source>
        <translation>%1 は最後まで良くなり続けていました: 最後の 4 分の 1 のステップで %2</translation>
    </message>
    <message>
        <source>%1 was best after %2 steps: %3</source>
        <translation>%1 は %2 ステップ後に最も良くなりました: %3</translation>
    </message>
    <message>
        <source>No task was still getting better when its training ended</source>
        <translation>学習の終わりに良くなり続けていたタスクはありません</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>All tasks, each in its last stage, or one with all its stages</source>
        <translation>すべてのタスクの最後の段階、または 1 つのタスクのすべての段階</translation>
    </message>
    <message>
        <source>Train with fewer</source>
        <translation>少ないラベルで学習</translation>
    </message>
    <message>
        <source>To the Train page: set “share of labels” under Advanced</source>
        <translation>学習ページへ: 詳細設定の「使うラベルの割合」を設定してください</translation>
    </message>
    <message>
        <source>How many labels are enough? Train the same again with a part of them, for example 10, 25 and 50 %: a curve here will show what more are worth.</source>
        <translation>ラベルはどれだけあれば足りますか？同じ学習を、たとえば 10、25、50 % のラベルで行うと、増やす価値がここに曲線で示されます。</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>タスク:</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>validation, %</source>
        <translation>検証、%</translation>
    </message>
    <message>
        <source>labels used, %</source>
        <translation>使ったラベル、%</translation>
    </message>
    <message>
        <source>average, %</source>
        <translation>平均、%</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>すべてのタスク</translation>
    </message>
    <message>
        <source>Score on the validation split after each epoch; the best epoch is kept</source>
        <translation>各エポックの後の検証のスコア。最も良いエポックを残します</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>With %1 of the labels the average is %2, with %3 it is %4</source>
        <translation>%1 のラベルで平均は %2、%3 で %4です</translation>
    </message>
    <message numerus="yes">
        <source>Average after the last task by the share of labels; %n runs, one seed</source>
        <translation>
            <numerusform>ラベルの割合ごとの、最後のタスクの後の平均。%n 件の実行、1 シード</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::LineChart</name>
    <message>
        <source>line</source>
        <translation>線</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>high</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>zoomed, double-click shows everything</source>
        <translation>拡大中。ダブルクリックで全体を表示</translation>
    </message>
    <message>
        <source>drawn %1 of %2 points (min–max)</source>
        <translation>%2 点のうち %1 点を表示 (最小 – 最大)</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>x 軸を対数にする</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::LiveCharts</name>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Which task&apos;s learning is drawn</source>
        <translation>どのタスクの学習を表示するか</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>score, %</source>
        <translation>スコア、%</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>ゲート</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Which charts are shown; where there is no room for all, it is the loss</source>
        <translation>表示するグラフ。すべて表示する場所がないときは損失だけです</translation>
    </message>
    <message>
        <source>Task:</source>
        <translation>タスク:</translation>
    </message>
    <message>
        <source>the one being learned</source>
        <translation>学習中のタスク</translation>
    </message>
    <message>
        <source>Choose a run to see how it learns</source>
        <translation>実行を選ぶと、学習のようすが表示されます</translation>
    </message>
    <message>
        <source>No step has been taken yet</source>
        <translation>まだ 1 ステップも進んでいません</translation>
    </message>
    <message>
        <source>Loss on %1, %2, went from %3 to %4</source>
        <translation>%1、%2 の損失は %3 から %4 になりました</translation>
    </message>
    <message>
        <source>Training loss of each batch; beside it the orthogonality of adapters counts %1 (%2 of both)</source>
        <translation>各バッチの学習の損失。ほかにアダプターの直交性が %1 (両方の %2)</translation>
    </message>
    <message>
        <source>Training loss of each batch</source>
        <translation>各バッチの学習の損失</translation>
    </message>
    <message>
        <source>Validation follows after the first epoch</source>
        <translation>検証は最初のエポックの後に表示されます</translation>
    </message>
    <message>
        <source>Validation on %1 reached %2</source>
        <translation>%1 の検証は %2 に達しました</translation>
    </message>
    <message>
        <source>Score on the validation split after each epoch; the best epoch is kept</source>
        <translation>各エポックの後の検証のスコア。最も良いエポックを残します</translation>
    </message>
    <message>
        <source>No earlier adapters are in use yet</source>
        <translation>まだ以前のアダプターは使われていません</translation>
    </message>
    <message>
        <source>%1 uses the adapter of %2 most (weight %3)</source>
        <translation>%1 は %2 のアダプターを最も使っています (重み %3)</translation>
    </message>
    <message>
        <source>Mean gate weight of each task&apos;s adapter</source>
        <translation>各タスクのアダプターの平均のゲートの重み</translation>
    </message>
    <message>
        <source>Mean gate weight of each task&apos;s adapter, %1</source>
        <translation>各タスクのアダプターの平均のゲートの重み、%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Score on the validation split after each epoch, of older tasks too; the best epoch is kept</source>
        <translation>各エポックの後の検証のスコア (以前のタスクも)。最も良いエポックを残します</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Loupe</name>
    <message>
        <source>Previous sample</source>
        <translation>前のサンプル</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>次のサンプル</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Back to all samples</source>
        <translation>すべてのサンプルに戻る</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 のうち %1</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::MainWindow</name>
    <message>
        <source>The window changes its language as soon as the open sheet is closed.</source>
        <translation>開いているシートを閉じると、画面の言語が切り替わります。</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新しいプロジェクト</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>プロジェクトを閉じる</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Show or fold the inspector</source>
        <translation>詳細パネルの表示を切り替え</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>このページのキー</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Atlas Workbench</source>
        <translation>Atlas Workbench</translation>
    </message>
    <message>
        <source>%1 – %2 – Atlas Workbench</source>
        <translation>%1 – %2 – Atlas Workbench</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>用語集</translation>
    </message>
    <message>
        <source>About Atlas Workbench</source>
        <translation>Atlas Workbench について</translation>
    </message>
    <message>
        <source>&lt;b&gt;Atlas Workbench %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;Atlas Workbench %1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Learns task after task from pictures and texts without forgetting the earlier ones, by the method of ATLAS (arXiv 2410.10923).

Free software under the GNU General Public License, version 3 or later. Built on Qt, LibTorch, OpenCV, SQLite and QCustomPlot.</source>
        <translation>ATLAS の方法 (arXiv 2410.10923) により、以前のタスクを忘却することなく、画像とテキストからタスクを次々に学習します。

GNU General Public License バージョン 3 以降に基づくフリーソフトウェアです。Qt、LibTorch、OpenCV、SQLite、QCustomPlot を使用しています。</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新しいプロジェクト…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>デモを開く</translation>
    </message>
    <message>
        <source>Clear embedded data</source>
        <translation>埋め込みデータを消去</translation>
    </message>
    <message>
        <source>What the backbone&apos;s frozen networks made of the samples; it is made again when needed</source>
        <translation>バックボーンの凍結したネットワークがサンプルから作ったものです。必要になれば作り直します</translation>
    </message>
    <message>
        <source>Clear embedded data (%1)</source>
        <translation>埋め込みデータを消去 (%1)</translation>
    </message>
    <message>
        <source>Atlas projects (*.atlas)</source>
        <translation>Atlas プロジェクト (*.atlas)</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名前:</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>Stop and close?</source>
        <translation>停止して閉じますか？</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are still running.</source>
        <translation>
            <numerusform>%n 件の作業がまだ実行中です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Training goes on from its last checkpoint when you resume it. An import starts over.</source>
        <translation>学習は、再開すると最後のチェックポイントから続きます。取り込みは最初からやり直しになります。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止して閉じる</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>作業を続ける</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::MapLegend</name>
    <message>
        <source>Show or hide these samples</source>
        <translation>これらのサンプルの表示を切り替え</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::MeasuresPanel</name>
    <message>
        <source>Measures of the run</source>
        <translation>この実行の指標</translation>
    </message>
    <message>
        <source>Intervals are of 95 %: over samples by bootstrap, over seeds by Student&apos;s t. Formulas: version %1; point at a measure to read its own.</source>
        <translation>区間は 95 % です。サンプルについてはブートストラップ、シードについてはスチューデントの t によります。計算式: バージョン %1。指標にマウスを合わせると計算式が表示されます。</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>定義なし</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Over samples</source>
        <translation>サンプルによる区間</translation>
    </message>
    <message>
        <source>95 % interval: the test samples drawn anew, many times</source>
        <translation>95 % 区間: テスト用サンプルを何度も引き直したもの</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Test samples it stands on</source>
        <translation>もとになるテスト用サンプルの数</translation>
    </message>
    <message>
        <source>Over seeds</source>
        <translation>シードによる区間</translation>
    </message>
    <message>
        <source>95 % interval of runs that differ in their seed only</source>
        <translation>シードだけが異なる実行による 95 % 区間</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>ない理由</translation>
    </message>
    <message>
        <source>What is missing, and what would give it</source>
        <translation>足りないものと、それを得る方法</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::MoveSheet</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The name that stands for the version; commands take it in the place of a run</source>
        <translation>バージョンを指す名前です。コマンドでは実行の代わりに使えます</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>The version to go back to</source>
        <translation>戻す先のバージョン</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why? It stands in the history.</source>
        <translation>理由は何ですか？履歴に残ります。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>理由が必要です。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::NameSheet</name>
    <message>
        <source>Keep</source>
        <translation>決定</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::NearCards</name>
    <message>
        <source>By what the task looks at when it answers, whatever their labels</source>
        <translation>ラベルにかかわらず、タスクが回答のときに見るものによる近さです</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. Distance %2. Opens it on the Data page.</source>
        <translation>%1。距離 %2。データページで開きます。</translation>
    </message>
    <message>
        <source>Most alike of %1 training samples</source>
        <translation>%1 件の学習用サンプルのうち最も似ているもの</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::NearestSamples</name>
    <message>
        <source>Most alike</source>
        <translation>最も似ているもの</translation>
    </message>
    <message>
        <source>The nearest by what the backbone sees, whatever their labels</source>
        <translation>ラベルにかかわらず、バックボーンから見て最も近いもの</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::NextVersionSheet</name>
    <message>
        <source>Put it in the place of %1</source>
        <translation>%1 と置き換える</translation>
    </message>
    <message>
        <source>Learn it right after %1, beside it</source>
        <translation>%1 のすぐ後に、並べて学習する</translation>
    </message>
    <message>
        <source>Leave the sequence as it is</source>
        <translation>シーケンスはそのままにする</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) were labelled since %1 was made.</source>
        <translation>
            <numerusform>%1 の作成後に %n 件のサンプルにラベルが付きました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its labels were changed.</source>
        <translation>
            <numerusform>ラベルのうち %n 件が変更されました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The next version, %1, is made already.</source>
        <translation>次のバージョン %1 はすでに作成されています。</translation>
    </message>
    <message>
        <source>A task never changes, so that figures stay comparable: the next version is a task of its own. What was tested stays in the test, and copies of test samples are never trained on.</source>
        <translation>数値を比べられるように、タスクは決して変わりません。次のバージョンは別のタスクになります。テストに使ったものはテスト用のままで、テスト用サンプルのコピーは決して学習に使いません。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使う</translation>
    </message>
    <message>
        <source>Make the next version</source>
        <translation>次のバージョンを作る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::OpinionChoice</name>
    <message>
        <source>imported labels</source>
        <translation>取り込んだラベル</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1 (2 回目)</translation>
    </message>
    <message>
        <source>They disagree. Take one:</source>
        <translation>意見が異なります。1 つを採用してください:</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>意見</translation>
    </message>
    <message>
        <source>This is the label then, and the sample counts as verified. What each of them said is kept.</source>
        <translation>これをラベルとし、サンプルを確認済みにします。それぞれの意見は残ります。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::OpinionStrip</name>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>You are</source>
        <translation>あなたの名前</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>あなたの名前</translation>
    </message>
    <message>
        <source>Your name, under which labels and opinions are kept. Two people at one computer give two names.</source>
        <translation>ラベルと意見を記録する名前です。1 台のコンピューターを 2 人で使うときは、2 つの名前を使い分けてください。</translation>
    </message>
    <message>
        <source>How many samples</source>
        <translation>サンプルの数</translation>
    </message>
    <message>
        <source>How many samples are drawn at random. You get the same ones when you come back, until all are judged.</source>
        <translation>ランダムに選ぶサンプルの数です。戻ってきたときも、すべて判断するまで同じサンプルが表示されます。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>How much people agree, and on what they do not</source>
        <translation>みんなの意見がどれだけ合うかと、どこで異なるか</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Show the labels again (Esc)</source>
        <translation>ラベルを再び表示 (Esc)</translation>
    </message>
    <message>
        <source>You, again: your own labels are hidden.</source>
        <translation>あなた自身の 2 回目の判断: 自分のラベルは隠れています。</translation>
    </message>
    <message>
        <source>Second opinion: labels are hidden.</source>
        <translation>セカンドオピニオン: ラベルは隠れています。</translation>
    </message>
    <message>
        <source>All %1 are judged.</source>
        <translation>%1 件すべて判断しました。</translation>
    </message>
    <message>
        <source>%1 of %2 judged.</source>
        <translation>%2 件のうち %1 件を判断しました。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Page</name>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ParetoPanel</name>
    <message>
        <source>Across</source>
        <translation>横軸</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>縦軸</translation>
    </message>
    <message>
        <source>Size of the marks</source>
        <translation>印の大きさ</translation>
    </message>
    <message>
        <source>All rows of the table</source>
        <translation>表のすべての行</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>すべて同じ</translation>
    </message>
    <message>
        <source>Draw every run of the table, not only what is ticked</source>
        <translation>チェックしたものだけでなく、表のすべての実行を描きます</translation>
    </message>
    <message>
        <source>Up:</source>
        <translation>縦軸:</translation>
    </message>
    <message>
        <source>Across:</source>
        <translation>横軸:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>大きさ:</translation>
    </message>
    <message>
        <source>No other is better in both.</source>
        <translation>両方で上回るものはありません。</translation>
    </message>
    <message>
        <source>Dominated by %1.</source>
        <translation>%1 に両方で劣ります。</translation>
    </message>
    <message>
        <source>No run has both figures yet</source>
        <translation>両方の数値を持つ実行がまだありません</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) or groups are not beaten in both figures</source>
        <translation>
            <numerusform>%n 件の実行またはグループのうち %1 件は、両方の数値で上回られていません</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 against %2; size of the mark: %3</source>
        <translation>%2 に対する %1。印の大きさ: %3</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%2 に対して %1</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::PictureSlot</name>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Drop a picture here, choose one, or paste one (Ctrl+V)</source>
        <translation>画像をここにドロップ、選択、または貼り付け (Ctrl+V)</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>画像をここにドロップ</translation>
    </message>
    <message>
        <source>Choose a picture: %1</source>
        <translation>画像を選択: %1</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Paste a picture: %1</source>
        <translation>画像を貼り付け: %1</translation>
    </message>
    <message>
        <source>Takes the picture that was copied (Ctrl+V)</source>
        <translation>コピーした画像を使います (Ctrl+V)</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>Copy a picture, or the file of one, first.</source>
        <translation>先に画像、または画像のファイルをコピーしてください。</translation>
    </message>
    <message>
        <source>Remove the picture: %1</source>
        <translation>画像を取り除く: %1</translation>
    </message>
    <message>
        <source>The pasted picture could not be kept.</source>
        <translation>貼り付けた画像を保存できませんでした。</translation>
    </message>
    <message>
        <source>Is the disk full?</source>
        <translation>ディスクの空きがないかもしれません。</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;All files (*)</source>
        <translation>画像 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::PlainTable</name>
    <message>
        <source>Copy the table</source>
        <translation>表をコピー</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::PointCloud</name>
    <message>
        <source>zoomed</source>
        <translation>拡大中</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::PolicySheet</name>
    <message>
        <source>A second person approves what goes into production</source>
        <translation>運用に使うものは 2 人目が承認する</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Whoever promotes a version asks; it serves when somebody else approves. Rolling back needs nobody: that version was approved before.</source>
        <translation>昇格させる人は依頼し、別の人が承認すると使われます。ロールバックには承認が要りません。以前に承認されているためです。</translation>
    </message>
    <message>
        <source>Train again after so many new labelled samples</source>
        <translation>再学習の目安: 新しくラベルの付いたサンプルの数</translation>
    </message>
    <message>
        <source>Counted since the version in production learned; blank = not a reason</source>
        <translation>運用中のバージョンの学習後に数えます。空欄 = 理由にしない</translation>
    </message>
    <message>
        <source>Train again after so many days</source>
        <translation>再学習の目安: 経過日数</translation>
    </message>
    <message>
        <source>Counted since the version in production was trained; blank = not a reason</source>
        <translation>運用中のバージョンの学習後に数えます。空欄 = 理由にしない</translation>
    </message>
    <message>
        <source>Train again when the average is under (percent)</source>
        <translation>再学習の目安: 平均の下限 (パーセント)</translation>
    </message>
    <message>
        <source>Of the version in production; blank = not a reason</source>
        <translation>運用中のバージョンの平均です。空欄 = 理由にしない</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>決める人</translation>
    </message>
    <message>
        <source>A name or a role</source>
        <translation>名前または役割</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>そのほか</translation>
    </message>
    <message>
        <source>What else belongs to the policy</source>
        <translation>方針に含めるそのほかのこと</translation>
    </message>
    <message>
        <source>Keeps the policy with the project and writes the change into the audit trail</source>
        <translation>方針をプロジェクトに保存し、変更を監査証跡に書き込みます</translation>
    </message>
    <message>
        <source>Samples and days are whole numbers above 0, the average is 0 to 100.</source>
        <translation>サンプルと日数は 1 以上の整数、平均は 0 ～ 100 です。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>%1 times: %2</source>
        <translation>%1 回: %2</translation>
    </message>
    <message>
        <source>%1 and elsewhere</source>
        <translation>%1 ほか</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1 件</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ProjectCard</name>
    <message>
        <source>Open the project %1</source>
        <translation>プロジェクト %1 を開く</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>タスク %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 サンプル</translation>
    </message>
    <message>
        <source>Best run: %1, %2</source>
        <translation>最良の実行: %1、%2</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>変更日: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>この一覧から外す</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::QualityPanel</name>
    <message>
        <source>Check now</source>
        <translation>いま調べる</translation>
    </message>
    <message>
        <source>Look at the data</source>
        <translation>データを詳しく調べる</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Kinds of findings</source>
        <translation>指摘の種類</translation>
    </message>
    <message>
        <source>Suggest labels with a finished run</source>
        <translation>完了した実行でラベルを提案</translation>
    </message>
    <message>
        <source>Learns from the labels there are what belongs together: suggests labels, finds labels that look wrong and samples unlike all others</source>
        <translation>すでにあるラベルから、何が同じ仲間かを学びます。ラベルの提案、誤りらしいラベル、ほかと似ていないサンプルが得られます</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>前の指摘</translation>
    </message>
    <message>
        <source>Ctrl+Up</source>
        <translation>Ctrl+↑</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>次の指摘</translation>
    </message>
    <message>
        <source>Ctrl+Down</source>
        <translation>Ctrl+↓</translation>
    </message>
    <message>
        <source>Nothing odd was found: no copies, no contradictions, nothing unreadable.</source>
        <translation>おかしなところは見つかりませんでした。コピー、矛盾、読めないものはありません。</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Looking for what is odd…</source>
        <translation>おかしなところを探しています…</translation>
    </message>
    <message>
        <source>%1 samples are not checked by themselves: it takes about %2 and %3 of memory.</source>
        <translation>%1 件のサンプルは自動ではチェックしません。約 %2 かかり、%3 のメモリーを使います。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 のうち %1</translation>
    </message>
    <message>
        <source>%1: all %2</source>
        <translation>%1: %2 件すべて</translation>
    </message>
    <message>
        <source>One step, which Ctrl+Z takes back</source>
        <translation>1 回の操作です。Ctrl+Z で元に戻せます</translation>
    </message>
    <message>
        <source>Look with the backbone</source>
        <translation>バックボーンで調べる</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::QualityReview</name>
    <message>
        <source>Suggest with %1 (task %2, %3)</source>
        <translation>%1 で提案 (タスク %2、%3)</translation>
    </message>
    <message>
        <source>Suggest with %1 (task %2)</source>
        <translation>%1 で提案 (タスク %2)</translation>
    </message>
    <message>
        <source>Finished on %1, judged by %2 test samples. Answers for every sample without a label; labels stay as they are.</source>
        <translation>%1 に完了、テスト用サンプル %2 件で評価。ラベルのないすべてのサンプルに回答します。ラベルは変わりません。</translation>
    </message>
    <message>
        <source>Looked at on %1 with %2, from %3 labels.</source>
        <translation>%1 に %2 で、%3 件のラベルをもとに調べました。</translation>
    </message>
    <message>
        <source>Labels that look wrong, strays and suggestions come from a look at the data, by what is labelled so far.</source>
        <translation>誤りらしいラベル、紛れ込んだもの、提案は、これまでのラベルをもとにデータを詳しく調べると得られます。</translation>
    </message>
    <message>
        <source>Suggestions for what has no label are from run %1.</source>
        <translation>ラベルのないものへの提案は実行 %1 によります。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::QuestionCard</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason, kept with the decision</source>
        <translation>理由 (判断とともに記録されます)</translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation>再利用</translation>
    </message>
    <message>
        <source>The task uses the adapters of earlier tasks; nothing is added</source>
        <translation>このタスクは以前のタスクのアダプターを使います。何も追加しません</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>拡張</translation>
    </message>
    <message>
        <source>The task gets an adapter of its own</source>
        <translation>このタスクに専用のアダプターを追加します</translation>
    </message>
    <message>
        <source>%1 asks: reuse what was learned for %2, or expand it?</source>
        <translation>%1 からの質問: %2 に、学んだことを再利用しますか、それとも拡張しますか？</translation>
    </message>
    <message>
        <source>The run waits. You can look around or answer later; it can also be paused.</source>
        <translation>実行は待っています。ほかを見たり、後で答えたりできます。一時停止もできます。</translation>
    </message>
    <message>
        <source>To answer “%1” against the test, give a reason first.</source>
        <translation>検定とは逆の「%1」と答えるには、先に理由を書いてください。</translation>
    </message>
    <message>
        <source>Answered; the run goes on.</source>
        <translation>回答しました。実行を続けます。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::QuestionForm</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>2 枚目の画像</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答する</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Which task is to answer. The run can find it out by what the sample looks like.</source>
        <translation>どのタスクが回答するかです。サンプルの見た目から実行が判定することもできます。</translation>
    </message>
    <message>
        <source>Lets the run answer this sample (Ctrl+Enter)</source>
        <translation>実行にこのサンプルへの回答を求めます (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Question or statement</source>
        <translation>質問または文</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>2 つ目のテキスト</translation>
    </message>
    <message>
        <source>Options, one a line</source>
        <translation>選択肢 (1 行に 1 つ)</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自動判定</translation>
    </message>
    <message>
        <source>Give a picture, a text, or both: what is given and what it looks like decide which task answers.</source>
        <translation>画像、テキスト、またはその両方を入力してください。内容と見た目から、どのタスクが回答するかが決まります。</translation>
    </message>
    <message>
        <source>Text or question</source>
        <translation>テキストまたは質問</translation>
    </message>
    <message>
        <source>Give a sample first.</source>
        <translation>先にサンプルを入力してください。</translation>
    </message>
    <message>
        <source>A picture is missing.</source>
        <translation>画像がありません。</translation>
    </message>
    <message>
        <source>The second picture is missing.</source>
        <translation>2 枚目の画像がありません。</translation>
    </message>
    <message>
        <source>At least two options are needed.</source>
        <translation>選択肢が 2 つ以上必要です。</translation>
    </message>
    <message>
        <source>The question is missing.</source>
        <translation>質問がありません。</translation>
    </message>
    <message>
        <source>The text is missing.</source>
        <translation>テキストがありません。</translation>
    </message>
    <message>
        <source>Take a test sample</source>
        <translation>テスト用サンプルを使う</translation>
    </message>
    <message>
        <source>Fills in any sample that the run was tested with; its label is told beside the answer</source>
        <translation>実行のテストに使ったサンプルを 1 件入力します。ラベルは回答の横に表示されます</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Rail</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance, language and help</source>
        <translation>表示、言語、ヘルプ</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RailButton</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <translation>
            <numerusform>確認が必要なもの %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RegistryPanel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>What serves</source>
        <translation>使われているもの</translation>
    </message>
    <message>
        <source>No version serves yet. “Promote” puts the run on the left into production.</source>
        <translation>まだ使われているバージョンがありません。「昇格」で左の実行を運用に使えます。</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>まだなし</translation>
    </message>
    <message>
        <source>%1 asks to make %2 %3: “%4”</source>
        <translation>%1 さんの依頼: %2 を %3 にする。「%4」</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Agrees as a second person; the version serves then</source>
        <translation>2 人目として承認します。承認するとバージョンが使われます</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Refuses; what serves stays as it is</source>
        <translation>却下します。使われているものは変わりません</translation>
    </message>
    <message>
        <source>Model versions</source>
        <translation>モデルのバージョン</translation>
    </message>
    <message>
        <source>None yet. A version is a finished run whose files are known to the byte: it can always be gone back to.</source>
        <translation>まだありません。バージョンは、ファイルがバイト単位で分かっている完了した実行です。いつでも戻せます。</translation>
    </message>
    <message>
        <source>Shows the question for this version</source>
        <translation>このバージョンについての判断を表示します</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Update policy</source>
        <translation>更新方針</translation>
    </message>
    <message>
        <source>Nobody has written down when the model is to be trained again, and who decides.</source>
        <translation>いつモデルを再学習するか、誰が決めるかが、まだ書かれていません。</translation>
    </message>
    <message>
        <source>The model in production is due to be trained again.</source>
        <translation>運用中のモデルは再学習の時期です。</translation>
    </message>
    <message numerus="yes">
        <source>%n new labelled sample(s) since it learned</source>
        <translation>
            <numerusform>学習後に新しくラベルの付いたサンプル %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n 日経過</numerusform>
        </translation>
    </message>
    <message>
        <source>In production: %1.</source>
        <translation>運用中: %1。</translation>
    </message>
    <message>
        <source>Update policy…</source>
        <translation>更新方針…</translation>
    </message>
    <message>
        <source>When to train again, and who decides</source>
        <translation>いつ再学習し、誰が決めるか</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>version and what it serves as</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ReportJob</name>
    <message>
        <source>The program that makes reports cannot be started: %1.</source>
        <translation>レポートを作るプログラムを開始できません: %1。</translation>
    </message>
    <message>
        <source>It belongs beside this program: install the package again.</source>
        <translation>このプログラムと同じ場所にあるはずです。パッケージをもう一度インストールしてください。</translation>
    </message>
    <message>
        <source>Report “%1”</source>
        <translation>レポート「%1」</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>レポートを作成中</translation>
    </message>
    <message>
        <source>The report was not made: its program ended early. Nothing was written.</source>
        <translation>レポートは作成されませんでした。プログラムが途中で終了しました。何も書き込まれていません。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ReportSheet</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>To print or to send: looks the same everywhere</source>
        <translation>印刷用、送付用: どこでも同じ見た目になります</translation>
    </message>
    <message>
        <source>Document (ODT)</source>
        <translation>文書 (ODT)</translation>
    </message>
    <message>
        <source>To change in LibreOffice or Word</source>
        <translation>LibreOffice や Word で編集できます</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Web ページ (HTML)</translation>
    </message>
    <message>
        <source>One file for a browser, pictures and all</source>
        <translation>ブラウザー用の 1 つのファイル (画像を含む)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表 (CSV)</translation>
    </message>
    <message>
        <source>Every figure with all its digits, for a spreadsheet</source>
        <translation>すべての数値をすべての桁で、表計算用に</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>データ (JSON)</translation>
    </message>
    <message>
        <source>Every figure with all its digits, for other programs</source>
        <translation>すべての数値をすべての桁で、ほかのプログラム用に</translation>
    </message>
    <message>
        <source>One page instead of the whole report</source>
        <translation>レポート全体の代わりに 1 ページにする</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>レポートを作る</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>レポートの言語</translation>
    </message>
    <message>
        <source>The report is written in it whatever the language of this window is</source>
        <translation>この画面の言語にかかわらず、レポートはこの言語で書かれます</translation>
    </message>
    <message>
        <source>The verdict, the figures, what got worse, forgetting, the return and the limits</source>
        <translation>判定、数値、悪くなったもの、忘却、投資対効果、限界</translation>
    </message>
    <message>
        <source>As</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Into the file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>A file that is there is replaced when the new one is whole</source>
        <translation>すでにあるファイルは、新しいファイルが完成したときに置き換えられます</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose folder and name of the file</source>
        <translation>ファイルのフォルダーと名前を選択</translation>
    </message>
    <message>
        <source>Opens the report in the program that shows such files</source>
        <translation>このようなファイルを表示するプログラムでレポートを開きます</translation>
    </message>
    <message>
        <source>Opens the folder that the report is in</source>
        <translation>レポートのあるフォルダーを開きます</translation>
    </message>
    <message>
        <source>%1 summary</source>
        <translation>%1 要約</translation>
    </message>
    <message>
        <source>%1 report</source>
        <translation>%1 レポート</translation>
    </message>
    <message>
        <source>Write the report to</source>
        <translation>レポートの保存先</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>ファイルに名前を付けてください。</translation>
    </message>
    <message>
        <source>The name must end in .%1.</source>
        <translation>名前の末尾は .%1 でなければなりません。</translation>
    </message>
    <message>
        <source>Making the report… It goes on when you close this.</source>
        <translation>レポートを作成中… 閉じても作成は続きます。</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>レポートは %1 にあります</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>停止しました。ファイルは書き込まれていません。</translation>
    </message>
    <message>
        <source>Report for a meeting</source>
        <translation>会議用のレポート</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ResultsInspector</name>
    <message>
        <source>Larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>The same list over the whole page (Enter on the cell)</source>
        <translation>同じ一覧をページ全体に表示 (セルで Enter)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>記録なし</translation>
    </message>
    <message>
        <source>The version of each dataset that the run learned from</source>
        <translation>この実行が学習した各データセットのバージョン</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>Samples a task</source>
        <translation>タスクあたりのサンプル</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Share of labels</source>
        <translation>使うラベルの割合</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだです</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>計算式</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>%1 after %2 was learned: %3</source>
        <translation>%2 を学習した後の %1: %3</translation>
    </message>
    <message>
        <source>Task found</source>
        <translation>タスクの判定</translation>
    </message>
    <message>
        <source>Share of the test samples whose task is found without being named</source>
        <translation>タスクを指定しなくても、正しいタスクが見つかったテスト用サンプルの割合</translation>
    </message>
    <message>
        <source>A sample takes</source>
        <translation>1 サンプルの時間</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>Answers&apos; SHA-256</source>
        <translation>回答の SHA-256</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ResultsPage</name>
    <message>
        <source>The run whose results are shown</source>
        <translation>結果を表示している実行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Puts this run beside its rival, or beside others of your choice</source>
        <translation>この実行を、競争相手または選んだほかの実行と並べます</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Is this run good enough to be put to use?</source>
        <translation>この実行は使い始めるのに十分ですか？</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>矢印</translation>
    </message>
    <message>
        <source>Another cell or bar of the chart that has the focus</source>
        <translation>フォーカスのあるグラフの別のセルまたは棒</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>The test samples behind the chosen cell</source>
        <translation>選んだセルの根拠となるテスト用サンプル</translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation>実行を読み込み中…</translation>
    </message>
    <message>
        <source>Nothing has been trained yet</source>
        <translation>まだ何も学習していません</translation>
    </message>
    <message>
        <source>Here a run shows how well each task is answered, what was forgotten on the way, and what it cost.</source>
        <translation>各タスクにどれだけ正しく答えられるか、途中で何が忘却されたか、どれだけ費用がかかったかを、実行ごとにここで見られます。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message>
        <source>%1 after %2 was learned</source>
        <translation>%2 を学習した後の %1</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ResultsTabs</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>How well each task is answered after each step</source>
        <translation>それぞれの学習の後に、各タスクにどれだけ正しく答えられるか</translation>
    </message>
    <message>
        <source>Forgetting</source>
        <translation>忘却</translation>
    </message>
    <message>
        <source>What was lost, by which step, and while a task was being learned</source>
        <translation>失われたもの、どの学習で失われたか、学習中に何が起きたか</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>転移</translation>
    </message>
    <message>
        <source>What tasks gave each other</source>
        <translation>タスクが互いにもたらしたもの</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学習過程</translation>
    </message>
    <message>
        <source>How each task was learned, and how many labels it takes</source>
        <translation>各タスクの学習のようすと、必要なラベルの数</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知識</translation>
    </message>
    <message>
        <source>Which older adapter serves which task, and in which layers</source>
        <translation>以前のどのアダプターが、どの層で、どのタスクに役立つか</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Which classes are taken for each other</source>
        <translation>どのクラスが互いに間違えられるか</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Time and size of each task</source>
        <translation>各タスクの時間とサイズ</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Why each task reused or expanded</source>
        <translation>各タスクが再利用または拡張した理由</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Every measure with its interval and its formula</source>
        <translation>すべての指標と、その区間および計算式</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RobustnessPanel</name>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>The task whose test samples are made worse</source>
        <translation>テスト用サンプルの質を下げるタスク</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>テスト用サンプル</translation>
    </message>
    <message>
        <source>More samples take longer and make the bands narrower</source>
        <translation>サンプルが多いほど時間がかかり、帯が狭くなります</translation>
    </message>
    <message>
        <source>At most %1 test samples</source>
        <translation>最大 %1 件のテスト用サンプル</translation>
    </message>
    <message>
        <source>All test samples</source>
        <translation>すべてのテスト用サンプル</translation>
    </message>
    <message>
        <source>Answers the test samples again and again, each time made a little worse</source>
        <translation>テスト用サンプルの質を少しずつ下げながら、何度も回答します</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>もう一度測定</translation>
    </message>
    <message>
        <source>How do answers hold when samples get worse?</source>
        <translation>サンプルの質が下がっても、回答は保たれますか？</translation>
    </message>
    <message>
        <source>Nobody has measured this task yet, and this project is open for reading only.</source>
        <translation>このタスクはまだ測定されていません。このプロジェクトは読み取り専用で開かれています。</translation>
    </message>
    <message>
        <source>The test samples of this task are answered again with noise, blur, typing mistakes and other changes of rising strength. It takes a few minutes.</source>
        <translation>このタスクのテスト用サンプルに、ノイズ、ぼけ、誤字などの変化を徐々に強くしながら、もう一度回答します。数分かかります。</translation>
    </message>
    <message>
        <source>Measure this task</source>
        <translation>このタスクを測定</translation>
    </message>
    <message>
        <source>Answers on %1 suffer most from: %2. At %3 they fall from %4 to %5. Measured %6.</source>
        <translation>%1 の回答に最も影響するのは「%2」です。%3 で %4 から %5 に下がります。測定: %6。</translation>
    </message>
    <message>
        <source>%1, n = %2, band: 95 % interval over the samples</source>
        <translation>%1、n = %2、帯: サンプルによる 95 % 区間</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>確信度</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>The changed picture</source>
        <translation>変化させた画像</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show the sample on the Data page</source>
        <translation>サンプルをデータページに表示</translation>
    </message>
    <message>
        <source>Shows the sample as it is on the Data page</source>
        <translation>元のサンプルをデータページに表示します</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>測定中…</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RoiSheetView</name>
    <message>
        <source>never: there is no gain to pay it back from</source>
        <translation>回収できません: 利益がありません</translation>
    </message>
    <message numerus="yes">
        <source>not provided: %1 and %n more</source>
        <translation>
            <numerusform>入力なし: %1 ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>not provided: %1</source>
        <translation>入力なし: %1</translation>
    </message>
    <message>
        <source>No figures were typed yet.</source>
        <translation>まだ数値が入力されていません。</translation>
    </message>
    <message>
        <source>Net gain %1 over %2 months; paid back after %3 months.</source>
        <translation>%2 か月の純利益は %1です。%3 か月で回収します。</translation>
    </message>
    <message>
        <source>Net gain %1 over %2 months; it is never paid back.</source>
        <translation>%2 か月の純利益は %1です。回収できません。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>Keeps the figures with the sequence and writes the change into the audit trail</source>
        <translation>数値をシーケンスとともに保存し、変更を監査証跡に書き込みます</translation>
    </message>
    <message>
        <source>Nothing is assumed. A blank field is not provided; type 0 for what costs nothing.</source>
        <translation>何も仮定しません。空欄は「入力なし」です。費用のかからないものには 0 を入力してください。</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>通貨</translation>
    </message>
    <message>
        <source>What money is counted in: EUR, JPY</source>
        <translation>金額の単位: EUR、JPY など</translation>
    </message>
    <message>
        <source>not provided</source>
        <translation>入力なし</translation>
    </message>
    <message>
        <source>Take the %1 h of this run</source>
        <translation>この実行の %1 時間を使う</translation>
    </message>
    <message>
        <source>Fills in the measured training time of this run; trials before it are not counted</source>
        <translation>この実行の測定された学習時間を入力します。それ以前の試行は含みません</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No figure that can be used: %1</source>
        <translation>使えない数値です: %1</translation>
    </message>
    <message>
        <source>= %1
= %2</source>
        <translation>= %1
= %2</translation>
    </message>
    <message>
        <source>= %1
%2</source>
        <translation>= %1
%2</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunChooser</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>run and what it serves as</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more run(s): look for one in Compare…</source>
        <translation>
            <numerusform>ほかに %Ln 件の実行: 「比較」で探す…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunInspector</name>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>メモを保存</translation>
    </message>
    <message>
        <source>Add a tag, then Enter</source>
        <translation>タグを入力して Enter</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新しいタグ</translation>
    </message>
    <message>
        <source>One word for the selected runs, to find them by (T)</source>
        <translation>選択した実行を見つけるための 1 語 (T)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What should be known of this run</source>
        <translation>この実行について知っておくべきこと</translation>
    </message>
    <message>
        <source>A note of this run; earlier ones are kept below (N)</source>
        <translation>この実行のメモ。以前のメモは下に残ります (N)</translation>
    </message>
    <message>
        <source>No run is selected</source>
        <translation>実行が選択されていません</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected</source>
        <translation>
            <numerusform>%n 件の実行を選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Goes on from</source>
        <translation>元の実行</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだです</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 ✕</source>
        <comment>a tag with the sign that takes it away</comment>
        <translation>%1 ✕</translation>
    </message>
    <message>
        <source>%1 (%2) ✕</source>
        <comment>a tag with how many of the runs carry it</comment>
        <translation>%1 (%2) ✕</translation>
    </message>
    <message>
        <source>Take the tag %1 from the selected runs</source>
        <translation>選択した実行からタグ %1 を外す</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>以前のもの ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: taken away</source>
        <translation>%1、%2: 削除</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1、%2: %3</translation>
    </message>
    <message>
        <source>Choose a run in the table: here stand what it is, its tags, its note and the ways on from it.</source>
        <translation>表で実行を選ぶと、その内容、タグ、メモ、次に進む方法がここに表示されます。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>試す</translation>
    </message>
    <message>
        <source>What this run measured (Enter)</source>
        <translation>この実行の測定結果 (Enter)</translation>
    </message>
    <message>
        <source>Hold this run against targets: go or no-go</source>
        <translation>この実行を目標と照らし合わせて可否を判断します</translation>
    </message>
    <message>
        <source>This run is not finished: nothing can be decided on it yet</source>
        <translation>この実行は完了していないため、まだ判断できません</translation>
    </message>
    <message>
        <source>Let this run answer for a sample of yours</source>
        <translation>お手元のサンプルにこの実行で回答します</translation>
    </message>
    <message>
        <source>This run is not finished: it cannot be asked yet</source>
        <translation>この実行は完了していないため、まだ回答できません</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunModel</name>
    <message>
        <source>asks you</source>
        <translation>質問があります</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>データ: %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunNameField</name>
    <message>
        <source>Name of the run</source>
        <translation>実行の名前</translation>
    </message>
    <message>
        <source>Enter keeps the name, Esc leaves it as it was</source>
        <translation>Enter で名前を確定、Esc で元のままにします</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>実行の名前を変更</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Double click to rename the run (F2)</source>
        <translation>ダブルクリックで実行の名前を変更 (F2)</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunQueue</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop at the next batch; it can go on later</source>
        <translation>次のバッチで停止します。後から続けられます</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>最後のチェックポイントから続けます</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Take it from the queue; it can still go on later</source>
        <translation>待ち行列から外します。後から続けられます</translation>
    </message>
    <message>
        <source>See results</source>
        <translation>結果を見る</translation>
    </message>
    <message>
        <source>What this run came to</source>
        <translation>この実行の結果</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Choose a run to see it.</source>
        <translation>実行を選ぶと表示されます。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::RunTableView</name>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SampleGallery</name>
    <message>
        <source>Samples as pictures</source>
        <translation>サンプルの画像</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SampleMap</name>
    <message>
        <source>Look again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>Draw a line around samples to choose them; Shift adds, Ctrl takes away. The wheel zooms, the right button moves, a double click shows all.</source>
        <translation>サンプルを線で囲むと選択できます。Shift で追加、Ctrl で除外します。ホイールで拡大、右ボタンで移動、ダブルクリックで全体を表示します。</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>色分け</translation>
    </message>
    <message>
        <source>What the map is coloured by</source>
        <translation>マップの色分けの基準</translation>
    </message>
    <message>
        <source>Lets the backbone look at all samples once more; labels stay as they are</source>
        <translation>バックボーンですべてのサンプルをもう一度調べます。ラベルは変わりません</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>1 分</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the map…</source>
        <translation>マップを読み込み中…</translation>
    </message>
    <message>
        <source>No map yet</source>
        <translation>まだマップがありません</translation>
    </message>
    <message>
        <source>A look at the samples by the backbone places what is alike close together, finds labels that look wrong and suggests labels. It takes about %1 on a computer without a graphics card; you can go on working. No label is changed.</source>
        <translation>バックボーンでサンプルを調べると、似ているものが近くに並び、誤りらしいラベルが見つかり、ラベルが提案されます。グラフィックカードのないコンピューターで約 %1 かかりますが、その間も作業を続けられます。ラベルは変わりません。</translation>
    </message>
    <message>
        <source>Look at the samples</source>
        <translation>サンプルを調べる</translation>
    </message>
    <message>
        <source>%1 of %2 samples are on the map; look again to place the rest.</source>
        <translation>%2 件のうち %1 件のサンプルがマップにあります。残りを並べるには、もう一度調べてください。</translation>
    </message>
    <message>
        <source>What lies close together looks alike to the backbone; long distances mean little.</source>
        <translation>近くに並ぶものはバックボーンから見て似ています。遠い距離にはあまり意味がありません。</translation>
    </message>
    <message>
        <source>%1 samples of %2</source>
        <translation>%2 件のサンプルのうち %1 件</translation>
    </message>
    <message>
        <source>%1 of %2 samples pass the filter; the others are drawn faint</source>
        <translation>%2 件のサンプルのうち %1 件がフィルターに合います。ほかは薄く表示しています</translation>
    </message>
    <message>
        <source>%1. Looked at on %2 with %3</source>
        <translation>%1。%2 に %3 で調べました</translation>
    </message>
    <message>
        <source>A map of %1 samples by %2.</source>
        <translation>%2 による %1 件のサンプルのマップ。</translation>
    </message>
    <message>
        <source>the label looks wrong</source>
        <translation>ラベルが誤りの可能性</translation>
    </message>
    <message>
        <source>%1?  %2</source>
        <translation>%1?  %2</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SamplePanel</name>
    <message>
        <source>Tried before</source>
        <translation>以前に試したもの</translation>
    </message>
    <message>
        <source>What was tried since the project was opened; a click shows it again</source>
        <translation>プロジェクトを開いてから試したもの。クリックするともう一度表示します</translation>
    </message>
    <message>
        <source>Question and answer</source>
        <translation>質問と回答</translation>
    </message>
    <message>
        <source>This window cannot answer.</source>
        <translation>このウィンドウでは回答できません。</translation>
    </message>
    <message>
        <source>Open the project in Atlas Workbench itself.</source>
        <translation>Atlas Workbench でプロジェクトを開いてください。</translation>
    </message>
    <message>
        <source>another run</source>
        <translation>別の実行</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>answer, confidence and what was asked</comment>
        <translation>%1、%2: %3</translation>
    </message>
    <message>
        <source>None of the test samples is there any more.</source>
        <translation>テスト用サンプルはもうありません。</translation>
    </message>
    <message>
        <source>Give a sample of your own.</source>
        <translation>ご自分のサンプルを入力してください。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SampleTable</name>
    <message>
        <source>Samples as a table</source>
        <translation>サンプルの表</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SandboxSheet</name>
    <message>
        <source>Training samples of each task; tasks that have fewer are copied whole</source>
        <translation>各タスクの学習用サンプルの数。それより少ないタスクは全体をコピーします</translation>
    </message>
    <message>
        <source>Another seed draws other samples</source>
        <translation>シードを変えると別のサンプルが選ばれます</translation>
    </message>
    <message>
        <source>Make the sandbox</source>
        <translation>サンドボックスを作る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Training samples a task</source>
        <translation>タスクあたりの学習用サンプル</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>A small copy of all tasks for trying things out: classes in proportion, copies and groups together. Everything is drawn from the part it is in, so what is tested is never trained on. The tasks themselves stay as they are.</source>
        <translation>試すための、すべてのタスクの小さなコピーです。クラスの比率を保ち、コピーとグループはまとめて扱います。どのサンプルも元の区分のままなので、テストに使うものを学習することはありません。元のタスクは変わりません。</translation>
    </message>
    <message numerus="yes">
        <source>%1: about %2 of %3 training samples in %n task(s).</source>
        <translation>
            <numerusform>%1: %n タスクの学習用サンプル約 %3 件のうち %2 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (sandbox)</source>
        <translation>%1 (サンドボックス)</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::ScatterChart</name>
    <message>
        <source>zoomed, double-click shows everything</source>
        <translation>拡大中。ダブルクリックで全体を表示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2、%3</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SecondOpinion</name>
    <message>
        <source>This project is opened to read only: opinions cannot be kept.</source>
        <translation>このプロジェクトは読み取り専用で開かれています。意見は記録できません。</translation>
    </message>
    <message>
        <source>There is nothing to give a second opinion on: no sample of this dataset is labelled yet.</source>
        <translation>セカンドオピニオンを付ける対象がありません。このデータセットにはまだラベルの付いたサンプルがありません。</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>まだ判断されていません</translation>
    </message>
    <message>
        <source>While labels are hidden there is nothing to verify, flag or note.</source>
        <translation>ラベルが隠れている間は、確認済み、保留、メモは使えません。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SequencePage</name>
    <message>
        <source>Sandbox…</source>
        <translation>サンドボックス…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Reading tasks…</source>
        <translation>タスクを読み込み中…</translation>
    </message>
    <message>
        <source>There are no tasks yet</source>
        <translation>まだタスクがありません</translation>
    </message>
    <message>
        <source>A task is a dataset with its classes and fixed splits. Here tasks are put into the order in which they are learned.</source>
        <translation>タスクは、クラスと固定された区分を持つデータセットです。ここで、タスクを学習する順番に並べます。</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>タスクの作成</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message>
        <source>%1 has no tasks yet</source>
        <translation>%1 にはまだタスクがありません</translation>
    </message>
    <message numerus="yes">
        <source>%1 learns %n tasks in this order</source>
        <translation>
            <numerusform>%1 はこの順に %n タスクを学習します</numerusform>
        </translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>sequence %1</source>
        <translation>シーケンス %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>名前を付けてください。</translation>
    </message>
    <message>
        <source>There is a sequence of that name.</source>
        <translation>同じ名前のシーケンスがあります。</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 の名前を変更</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 を移動</translation>
    </message>
    <message>
        <source>Make it downstream: it is judged</source>
        <translation>下流にする: 評価の対象になります</translation>
    </message>
    <message>
        <source>Make it upstream: later ones reuse it</source>
        <translation>上流にする: 後のタスクが再利用します</translation>
    </message>
    <message>
        <source>Make the next version…</source>
        <translation>次のバージョンを作る…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Make %1 upstream</source>
        <translation>%1 を上流にする</translation>
    </message>
    <message>
        <source>Make %1 downstream</source>
        <translation>%1 を下流にする</translation>
    </message>
    <message>
        <source>The next version of %1</source>
        <translation>%1 の次のバージョン</translation>
    </message>
    <message numerus="yes">
        <source>Made %1: %n sample(s) for training.</source>
        <translation>
            <numerusform>%1 を作成しました: 学習用サンプル %n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 を採用</translation>
    </message>
    <message>
        <source>A sandbox copy of %1</source>
        <translation>%1 のサンドボックスコピー</translation>
    </message>
    <message numerus="yes">
        <source>Made %1 with %n task(s), for trying things out.</source>
        <translation>
            <numerusform>試すための %1 を作成しました (%n タスク)。</numerusform>
        </translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>学習する</translation>
    </message>
    <message>
        <source>Measure %1 by %2</source>
        <translation>%1 の評価を %2 にする</translation>
    </message>
    <message>
        <source>%1 keeps its name: the run %2 uses it.</source>
        <translation>%1 の名前は変更できません: 実行 %2 が使っています。</translation>
    </message>
    <message>
        <source>There is a task of that name.</source>
        <translation>同じ名前のタスクがあります。</translation>
    </message>
    <message>
        <source>%1 stands in the sequence %2: take it out first.</source>
        <translation>%1 はシーケンス %2 に入っています。先にそこから外してください。</translation>
    </message>
    <message>
        <source>%1 stays: the results of the run %2 would lose their meaning.</source>
        <translation>%1 は削除できません: 実行 %2 の結果が意味を失います。</translation>
    </message>
    <message>
        <source>%1 stays: %2 was made of it. Remove that one first.</source>
        <translation>%1 は削除できません: %2 がこれから作られています。先にそちらを削除してください。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Removed the task %1. Its samples and labels stay.</source>
        <translation>タスク %1 を削除しました。サンプルとラベルは残っています。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>The sequence that is shown</source>
        <translation>表示しているシーケンス</translation>
    </message>
    <message>
        <source>New sequence</source>
        <translation>新しいシーケンス</translation>
    </message>
    <message>
        <source>Rename the sequence</source>
        <translation>シーケンスの名前を変更</translation>
    </message>
    <message>
        <source>A sampled copy of the whole sequence, for a pilot</source>
        <translation>試行のために、シーケンス全体からサンプルを選んだコピー</translation>
    </message>
    <message>
        <source>To the training of this sequence</source>
        <translation>このシーケンスの学習へ進む</translation>
    </message>
    <message>
        <source>Chosen task</source>
        <translation>選んだタスク</translation>
    </message>
    <message>
        <source>Tasks that are not in the sequence</source>
        <translation>シーケンスに入っていないタスク</translation>
    </message>
    <message>
        <source>Every task is in the sequence.</source>
        <translation>すべてのタスクがシーケンスに入っています。</translation>
    </message>
    <message>
        <source>Not in the sequence: drag a task down, or double-click it; dashed cards are datasets without a task</source>
        <translation>シーケンスに入っていないもの: タスクを下へドラッグするか、ダブルクリックしてください。破線のカードは、タスクのないデータセットです</translation>
    </message>
    <message>
        <source>Tasks in learning order</source>
        <translation>学習する順番のタスク</translation>
    </message>
    <message>
        <source>Drag tasks here in the order in which they are to be learned.</source>
        <translation>学習する順番に、タスクをここへドラッグしてください。</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 を外す</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 を追加</translation>
    </message>
    <message>
        <source>Drag cards, or move the chosen one with Ctrl+Left and Ctrl+Right; R changes its role; Delete takes it out</source>
        <translation>カードをドラッグするか、選んだカードを Ctrl+← と Ctrl+→ で動かします。R で役割を変更、Delete で外します</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SessionOpener</name>
    <message>
        <source>This is a frozen snapshot of the project %1, taken %2 by %3. It shows what was handed over and never changes.</source>
        <translation>これはプロジェクト %1 の固定スナップショットです (%3 が %2 に作成)。引き渡したときの内容を示し、変わることはありません。</translation>
    </message>
    <message>
        <source>An older version of the program wrote it: you see a copy of this moment, brought up to date.</source>
        <translation>より古いバージョンのプログラムで書かれています。表示しているのは、現時点の内容を最新の形式にしたコピーです。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>既定に戻す</translation>
    </message>
    <message>
        <source>Default: %1 %2</source>
        <translation>既定: %1 %2</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1 (変更済み)</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SettingsForm</name>
    <message>
        <source>No setting of that name.</source>
        <translation>その名前の設定はありません。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>すべて既定に戻す</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>All settings back to their defaults</source>
        <translation>すべての設定を既定に戻す</translation>
    </message>
    <message numerus="yes">
        <source>Advanced (%n changed)</source>
        <translation>
            <numerusform>詳細設定 (変更 %n 件)</numerusform>
        </translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細設定</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SettingsMenu</name>
    <message>
        <source>Appearance</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>このページのキー</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>用語集</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>ツアーを始める</translation>
    </message>
    <message>
        <source>About Atlas Workbench</source>
        <translation>Atlas Workbench について</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Sheet</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>最近のプロジェクト</translation>
    </message>
    <message>
        <source>Atlas Workbench</source>
        <translation>Atlas Workbench</translation>
    </message>
    <message>
        <source>Label data, teach a model task after task, and see what it keeps.</source>
        <translation>データにラベルを付け、モデルにタスクを次々に教え、何を覚えているかを確かめます。</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>まだプロジェクトがありません</translation>
    </message>
    <message>
        <source>A project holds your data, the tasks made of it and the models trained on them. Make one, or drop a folder of pictures anywhere on this window.</source>
        <translation>プロジェクトには、データ、データから作ったタスク、タスクを学習したモデルが入ります。新しく作るか、画像のフォルダーをこのウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新しいプロジェクト</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance, language and help</source>
        <translation>表示、言語、ヘルプ</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Makes a small project from drawn data and trains it in about two minutes</source>
        <translation>描画したデータから小さなプロジェクトを作り、約 2 分で学習します</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Open a project folder (Ctrl+O)</source>
        <translation>プロジェクトのフォルダーを開く (Ctrl+O)</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>新しいプロジェクト…</translation>
    </message>
    <message>
        <source>Make a new, empty project (Ctrl+N)</source>
        <translation>新しい空のプロジェクトを作る (Ctrl+N)</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>はじめてお使いですか？</translation>
    </message>
    <message>
        <source>A tour of a few minutes leads through all pages of a demo project, which is trained meanwhile.</source>
        <translation>数分のツアーで、デモプロジェクトのすべてのページをご案内します。その間にデモの学習が進みます。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>The tour can be taken later from the settings</source>
        <translation>ツアーは後で設定から始められます</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>ツアーを始める</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 を開いています…</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::SummaryReader</name>
    <message>
        <source>This folder holds no project.</source>
        <translation>このフォルダーにはプロジェクトがありません。</translation>
    </message>
    <message>
        <source>Not found at this place.</source>
        <translation>この場所に見つかりません。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TargetsModel</name>
    <message>
        <source>Target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区間</translation>
    </message>
    <message>
        <source>What is asked, and of which task</source>
        <translation>求めることと、その対象のタスク</translation>
    </message>
    <message>
        <source>Type a figure; leave it empty to ask nothing</source>
        <translation>数値を入力してください。空欄なら何も求めません</translation>
    </message>
    <message>
        <source>What the run came to on the test samples</source>
        <translation>テスト用サンプルでの実行の値</translation>
    </message>
    <message>
        <source>Whether the figure reaches what is asked</source>
        <translation>値が求める水準に届いているか</translation>
    </message>
    <message>
        <source>By how much, and whether chance could explain it</source>
        <translation>どれだけ上回るか下回るか、偶然かもしれないか</translation>
    </message>
    <message>
        <source>Where the figure could lie with other test samples, and how many there were</source>
        <translation>テスト用サンプルが異なる場合に値がとりうる範囲と、サンプルの数</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>求めない</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 to %2, n = %3</source>
        <translation>%1 ～ %2、n = %3</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>In %1. Double-click or press F2 to change it; empty asks nothing.</source>
        <translation>単位: %1。ダブルクリックまたは F2 で変更します。空欄なら何も求めません。</translation>
    </message>
    <message>
        <source>“%1” is no figure in %2. Nothing was changed.</source>
        <translation>「%1」は %2 の数値ではありません。何も変更されていません。</translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation>モデル全体</translation>
    </message>
    <message>
        <source>%1, for each task</source>
        <translation>%1（タスクごと）</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TargetsPanel</name>
    <message>
        <source>Take this run&apos;s results as targets</source>
        <translation>この実行の結果を目標にする</translation>
    </message>
    <message>
        <source>Take production&apos;s results less 1 point</source>
        <translation>運用中の結果から 1 ポイント引いて目標にする</translation>
    </message>
    <message>
        <source>Ask nothing</source>
        <translation>目標をすべて外す</translation>
    </message>
    <message>
        <source>Drops task by task</source>
        <translation>タスクごとの低下</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>Asks each task for what this run reached, rounded down to a tenth of a point</source>
        <translation>各タスクに、この実行が達した値を求めます (0.1 ポイント未満は切り捨て)</translation>
    </message>
    <message>
        <source>Asks each task for what the version in production reached, less one point</source>
        <translation>各タスクに、運用中のバージョンが達した値から 1 ポイント引いた値を求めます</translation>
    </message>
    <message>
        <source>Takes all targets away</source>
        <translation>すべての目標を取り除きます</translation>
    </message>
    <message>
        <source>Also shows how much of its score each task may lose from when it was learned to the end</source>
        <translation>各タスクが学習時から最後までに失ってよいスコアも表示します</translation>
    </message>
    <message>
        <source>The verdict follows what was measured. Intervals tell how far chance reaches.</source>
        <translation>判定は測定値に従います。区間は偶然の及ぶ範囲を示します。</translation>
    </message>
    <message>
        <source>Nothing is asked. This project is open for reading only.</source>
        <translation>何も求められていません。このプロジェクトは読み取り専用で開かれています。</translation>
    </message>
    <message>
        <source>Type a figure under “Asked”, or begin with one of the buttons below. Nothing is asked until you do.</source>
        <translation>「要求」に数値を入力するか、下のボタンから始めてください。それまでは何も求めません。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TargetsTable</name>
    <message>
        <source>Targets</source>
        <translation>目標</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskChecker</name>
    <message numerus="yes">
        <source>%n caution(s). %1</source>
        <translation>
            <numerusform>注意 %n 件。%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskListModel</name>
    <message>
        <source>looking at it…</source>
        <translation>調べています…</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>↑ upstream</source>
        <translation>↑ 上流</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>下流</translation>
    </message>
    <message>
        <source>no task yet</source>
        <translation>タスクなし</translation>
    </message>
    <message>
        <source>train %1 · val. %2 · test %3</source>
        <translation>学習 %1 · 検証 %2 · テスト %3</translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n クラス</numerusform>
        </translation>
    </message>
    <message>
        <source>A dataset that no task was made of yet. Enter or a double click leads to the sheet that makes one.</source>
        <translation>まだタスクのないデータセットです。Enter またはダブルクリックで、タスクを作るシートを開きます。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Dataset %1, %2, no task yet</source>
        <translation>データセット %1、%2、タスクなし</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %3 training samples, %n classes</source>
        <translation>
            <numerusform>%1、%2、学習用サンプル %3 件、%n クラス</numerusform>
        </translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>上流</translation>
    </message>
    <message>
        <source>%1. %2, %3</source>
        <translation>%1。%2、%3</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskPanel</name>
    <message>
        <source>stratified by label; copies and groups stay together; seed %1; validation %2, test %3 where the data has none</source>
        <translation>ラベルごとに層別。コピーとグループはまとめます。シード %1。データに区分がない場合は検証用 %2、テスト用 %3</translation>
    </message>
    <message>
        <source>Choose a card to see how its task was made and what to do about it.</source>
        <translation>カードを選ぶと、タスクの作り方と、できることが表示されます。</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>ラベルあり</translation>
    </message>
    <message>
        <source>No task was made of it yet, so it cannot be learned.</source>
        <translation>まだタスクが作られていないため、学習できません。</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>タスクの作成</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>もとのデータ</translation>
    </message>
    <message>
        <source>all labelled samples</source>
        <translation>ラベルのあるすべてのサンプル</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>%1 train, %2 validation, %3 test</source>
        <translation>学習用 %1、検証用 %2、テスト用 %3</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Largest : smallest</source>
        <translation>最大 : 最小</translation>
    </message>
    <message>
        <source>%1 : 1</source>
        <translation>%1 : 1</translation>
    </message>
    <message>
        <source>Parted</source>
        <translation>分割方法</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>%1 of the task, after %2</source>
        <translation>このタスクの %1 (%2 の次)</translation>
    </message>
    <message>
        <source>Sandbox of</source>
        <translation>サンドボックスの元</translation>
    </message>
    <message>
        <source>downstream</source>
        <translation>下流</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>上流</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Upstream: learned so that later tasks can reuse it. Downstream: what the sequence is for, it is judged. Key: R</source>
        <translation>上流: 後のタスクが再利用するために学習します。下流: シーケンスの目的であり、評価の対象です。キー: R</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>測り方</translation>
    </message>
    <message>
        <source>What the task is judged by; it stays as soon as a run uses the task</source>
        <translation>タスクを評価するスコアです。実行がこのタスクを使うと変更できなくなります</translation>
    </message>
    <message>
        <source>The run %1 uses the task: its results would lose their meaning</source>
        <translation>実行 %1 がこのタスクを使っています。結果が意味を失います</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) were labelled since it was made.</source>
        <translation>
            <numerusform>作成後に %n 件のサンプルにラベルが付きました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its labels were changed.</source>
        <translation>
            <numerusform>ラベルのうち %n 件が変更されました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its newest version is %1.</source>
        <translation>最も新しいバージョンは %1 です。</translation>
    </message>
    <message>
        <source>What came since</source>
        <translation>その後に増えたもの</translation>
    </message>
    <message>
        <source>Use the newest version…</source>
        <translation>最も新しいバージョンを使う…</translation>
    </message>
    <message>
        <source>Make the next version…</source>
        <translation>次のバージョンを作る…</translation>
    </message>
    <message>
        <source>Checks before training</source>
        <translation>学習前のチェック</translation>
    </message>
    <message>
        <source>Looking at its samples…</source>
        <translation>サンプルを調べています…</translation>
    </message>
    <message>
        <source>✓  Nothing to say against it</source>
        <translation>✓  問題はありません</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show the samples</source>
        <translation>サンプルを表示</translation>
    </message>
    <message>
        <source>Make again…</source>
        <translation>作り直す…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>While no run uses the task</source>
        <translation>どの実行もこのタスクを使っていない間だけできます</translation>
    </message>
    <message>
        <source>While nothing uses the task; samples and labels stay, and it can be undone</source>
        <translation>何もこのタスクを使っていない間だけできます。サンプルとラベルは残り、元に戻せます</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TaskSheet</name>
    <message>
        <source>Share of the training part, where the data has no validation part of its own</source>
        <translation>データに検証用の区分がない場合に、学習用から分ける割合</translation>
    </message>
    <message>
        <source>Share of all, where the data has no test part of its own</source>
        <translation>データにテスト用の区分がない場合に、全体から分ける割合</translation>
    </message>
    <message>
        <source>Make the task</source>
        <translation>タスクを作る</translation>
    </message>
    <message>
        <source>A task fixes its samples and their parts now: classes are spread evenly, and copies and samples of one group stay in one part. Labels you change later count when the task is made anew.</source>
        <translation>タスクは、サンプルとその区分を今の状態で固定します。クラスは均等に分け、コピーと同じグループのサンプルは同じ区分に入れます。後で変更したラベルは、タスクを作り直したときに反映されます。</translation>
    </message>
    <message>
        <source>What it will hold</source>
        <translation>タスクの内容</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>チェック</translation>
    </message>
    <message>
        <source>All labelled ones</source>
        <translation>ラベルのあるものすべて</translation>
    </message>
    <message>
        <source>Only verified ones</source>
        <translation>確認済みのものだけ</translation>
    </message>
    <message>
        <source>What the filter shows: %1</source>
        <translation>フィルターで表示しているもの: %1</translation>
    </message>
    <message>
        <source>The next version of the task will be made of the same kind of samples</source>
        <translation>タスクの次のバージョンも、同じ種類のサンプルから作ります</translation>
    </message>
    <message>
        <source>As the labels ask for</source>
        <translation>ラベルに合わせる</translation>
    </message>
    <message>
        <source>The same seed parts the same data in the same way</source>
        <translation>同じシードなら、同じデータを同じように分けます</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>測り方</translation>
    </message>
    <message>
        <source>Validation part</source>
        <translation>検証用の割合</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>テスト用の割合</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>数えています…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>検定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message numerus="yes">
        <source>and %n more class(es)</source>
        <translation>
            <numerusform>ほか %n クラス</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 samples in %2 classes</source>
        <translation>%2 クラスの %1 サンプル</translation>
    </message>
    <message>
        <source>A task needs labels of two classes or more. Label some samples first.</source>
        <translation>タスクには 2 つ以上のクラスのラベルが必要です。先にサンプルにラベルを付けてください。</translation>
    </message>
    <message>
        <source>%1 samples have no label and will not be used.</source>
        <translation>%1 件のサンプルにはラベルがないため、使いません。</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; has %n sample(s): too few to judge it by.</source>
        <translation>
            <numerusform>「%1」のサンプルは %n 件です。評価するには少なすぎます。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 times as frequent as &quot;%3&quot;: choose a measure that counts classes alike.</source>
        <translation>「%1」は「%3」の %2 倍あります。クラスを同じ重さで数えるスコアを選んでください。</translation>
    </message>
    <message>
        <source>Every class has enough samples</source>
        <translation>どのクラスにも十分なサンプルがあります</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TopBar</name>
    <message>
        <source>This project: open another, make a new one, close it</source>
        <translation>このプロジェクト: 別のものを開く、新しく作る、閉じる</translation>
    </message>
    <message>
        <source>Show or fold the inspector</source>
        <translation>詳細パネルの表示を切り替え</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>プロジェクト %1</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Tour</name>
    <message>
        <source>Stop</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>End the tour (Esc); it can be taken again from the settings</source>
        <translation>ツアーを終わる (Esc)。設定からもう一度始められます</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No run is finished yet. This page fills by itself as soon as one is.</source>
        <translation>まだ完了した実行がありません。完了すると、このページは自動的に表示されます。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TrainForm</name>
    <message>
        <source>Train</source>
        <translation>学習する</translation>
    </message>
    <message>
        <source>The tasks to be learned, in this order</source>
        <translation>学習するタスク (この順番)</translation>
    </message>
    <message>
        <source>How to learn them; each ticked one is trained on its own</source>
        <translation>学習の方法。チェックを付けたものをそれぞれ学習します</translation>
    </message>
    <message>
        <source>Runs of each strategy with different random numbers; three or more show what is chance</source>
        <translation>各手法を異なる乱数で何回実行するか。3 回以上で、何が偶然かが分かります</translation>
    </message>
    <message>
        <source>The frozen network under all tasks</source>
        <translation>すべてのタスクの土台となる凍結したネットワーク</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Training samples of each task at most; test is always whole</source>
        <translation>各タスクの学習用サンプルの上限。テストは常に全体を使います</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>シーケンス</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Samples a task</source>
        <translation>タスクあたりのサンプル</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>学習の長さ</translation>
    </message>
    <message>
        <source>Another program writes this project: it can only be read here.</source>
        <translation>別のプログラムがこのプロジェクトに書き込んでいます。ここでは読むことだけができます。</translation>
    </message>
    <message>
        <source>Make a sequence of tasks first.</source>
        <translation>先にタスクのシーケンスを作ってください。</translation>
    </message>
    <message>
        <source>The engine is being loaded…</source>
        <translation>エンジンを読み込み中です…</translation>
    </message>
    <message>
        <source>Tick a strategy.</source>
        <translation>手法にチェックを付けてください。</translation>
    </message>
    <message>
        <source>No backbone was found.</source>
        <translation>バックボーンが見つかりません。</translation>
    </message>
    <message>
        <source>A setting cannot be taken as it is.</source>
        <translation>このままでは使えない設定があります。</translation>
    </message>
    <message numerus="yes">
        <source>Train %n runs</source>
        <translation>
            <numerusform>%n 回の実行を学習する</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks, one after the other</source>
        <translation>
            <numerusform>%n タスクを 1 つずつ順番に</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TrainPage</name>
    <message>
        <source>For each task of the chosen run it will stand here whether earlier adapters were enough or a new one was added, and why.</source>
        <translation>選んだ実行の各タスクについて、以前のアダプターで足りたのか、新しく追加したのか、その理由とともにここに表示されます。</translation>
    </message>
    <message>
        <source>%1. See the sequence page.</source>
        <translation>%1。シーケンスのページを見てください。</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>タスク %1</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>この実行</translation>
    </message>
    <message>
        <source>Waiting for your answer: reuse or expand %1?</source>
        <translation>回答待ち: %1 を再利用しますか、拡張しますか？</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答える</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>エンジンを読み込み中…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>There is nothing to train yet</source>
        <translation>まだ学習するものがありません</translation>
    </message>
    <message>
        <source>Training learns the tasks of a sequence one after the other. Put tasks in order first.</source>
        <translation>学習では、シーケンスのタスクを 1 つずつ順番に学びます。先にタスクを並べてください。</translation>
    </message>
    <message>
        <source>Make a sequence</source>
        <translation>シーケンスを作る</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message>
        <source>%1 was interrupted. Nothing that it learned until its last checkpoint is lost.</source>
        <translation>%1 は中断されました。最後のチェックポイントまでに学んだことは失われていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs were interrupted. Nothing that they learned until their last checkpoint is lost.</source>
        <translation>
            <numerusform>%n 件の実行が中断されました。最後のチェックポイントまでに学んだことは失われていません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TransferPanel</name>
    <message>
        <source>What later tasks do to a task can be seen from the second one on</source>
        <translation>後のタスクの影響は、2 番目のタスクから見られます</translation>
    </message>
    <message>
        <source>All tasks were learned together: none came later</source>
        <translation>すべてのタスクを同時に学習したため、後のタスクはありません</translation>
    </message>
    <message>
        <source>%1 lost most by the time %2 was learned: %3</source>
        <translation>%2 を学習するまでに最も悪くなったのは %1 です: %3</translation>
    </message>
    <message>
        <source>%1 gained most by the time %2 was learned: %3</source>
        <translation>%2 を学習するまでに最も良くなったのは %1 です: %3</translation>
    </message>
    <message>
        <source>Later tasks changed no earlier one by more than chance explains</source>
        <translation>後のタスクは、偶然で説明できる以上に以前のタスクを変えていません</translation>
    </message>
    <message>
        <source>No task has been learned yet</source>
        <translation>まだどのタスクも学習されていません</translation>
    </message>
    <message>
        <source>%1 is furthest above guessing: %2</source>
        <translation>当て推量を最も上回っているのは %1 です: %2</translation>
    </message>
    <message>
        <source>No task is answered better than by guessing</source>
        <translation>当て推量よりよく答えられるタスクはありません</translation>
    </message>
    <message>
        <source>%1 gained most from the tasks before it: %2</source>
        <translation>以前のタスクから最も多くを得たのは %1 です: %2</translation>
    </message>
    <message>
        <source>%1 would have been learned better alone: by %2</source>
        <translation>%1 は単独で学習したほうが良かったはずです: %2</translation>
    </message>
    <message>
        <source>Earlier tasks made no difference that chance does not explain</source>
        <translation>以前のタスクによる、偶然で説明できない違いはありません</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>学習する</translation>
    </message>
    <message>
        <source>To the Train page: choose the strategy single-task, with the same seed and samples</source>
        <translation>学習ページへ: 同じシードとサンプルで、手法 single-task を選んでください</translation>
    </message>
    <message>
        <source>What earlier tasks gave to a task shows against a run of the strategy single-task, which learns each task alone. There is none yet; until then tasks are held against guessing.</source>
        <translation>以前のタスクがタスクにもたらしたものは、各タスクを単独で学習する手法 single-task の実行と比べると分かります。その実行がまだないため、それまでは当て推量と比べます。</translation>
    </message>
    <message>
        <source>%1: %2, %3 %4 (%5; n = %6)</source>
        <translation>%1: %2、%3 %4 (%5、n = %6)</translation>
    </message>
    <message>
        <source>95 % interval: %1 to %2</source>
        <translation>95 % 区間: %1 ～ %2</translation>
    </message>
    <message>
        <source>task</source>
        <translation>タスク</translation>
    </message>
    <message>
        <source>points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Forward: each task when it was learned, less learned alone; 95 % intervals over its test samples</source>
        <translation>前方: 学習時の各タスクから、単独で学習した場合を引いた差。テスト用サンプルによる 95 % 区間</translation>
    </message>
    <message>
        <source>Each task when it was learned, less guessing; 95 % intervals over its test samples</source>
        <translation>学習時の各タスクから、当て推量を引いた差。テスト用サンプルによる 95 % 区間</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>単独</translation>
    </message>
    <message>
        <source>by guessing</source>
        <translation>当て推量</translation>
    </message>
    <message>
        <source>Backward: each earlier task now, less when it was learned; 95 % intervals over the same test samples</source>
        <translation>後方: 以前の各タスクの現在から、学習時を引いた差。同じテスト用サンプルによる 95 % 区間</translation>
    </message>
    <message>
        <source>when learned</source>
        <translation>学習時</translation>
    </message>
    <message>
        <source>%1 lost most by the time %2 was learned: %3 each</source>
        <translation>%2 を学習するまでに最も悪くなったのは %1 です: それぞれ %3</translation>
    </message>
    <message>
        <source>%1 gained most by the time %2 was learned: %3 each</source>
        <translation>%2 を学習するまでに最も良くなったのは %1 です: それぞれ %3</translation>
    </message>
    <message>
        <source>%1 gained most from the tasks before them: %2 each</source>
        <translation>以前のタスクから最も多くを得たのは %1 です: それぞれ %2</translation>
    </message>
    <message>
        <source>%1 are furthest above guessing: %2 each</source>
        <translation>当て推量を最も上回っているのは %1 です: それぞれ %2</translation>
    </message>
    <message>
        <source>%1 would have been learned better alone: by %2 each</source>
        <translation>%1 は単独で学習したほうが良かったはずです: それぞれ %2</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::TryPage</name>
    <message>
        <source>One sample</source>
        <translation>1 件のサンプル</translation>
    </message>
    <message>
        <source>A whole file</source>
        <translation>ファイル全体</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>頑健性</translation>
    </message>
    <message>
        <source>The finished run that answers</source>
        <translation>回答する完了した実行</translation>
    </message>
    <message>
        <source>Writes one task of this run, with all that it answers with, as one file</source>
        <translation>この実行のタスク 1 つを、回答に必要なものすべてとともに 1 つのファイルに書き出します</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Lets the run answer the sample</source>
        <translation>実行にサンプルへの回答を求めます</translation>
    </message>
    <message>
        <source>Ctrl+V</source>
        <translation>Ctrl+V</translation>
    </message>
    <message>
        <source>Pastes a picture where the focus is</source>
        <translation>フォーカスのある場所に画像を貼り付けます</translation>
    </message>
    <message>
        <source>No run is finished yet</source>
        <translation>まだ完了した実行がありません</translation>
    </message>
    <message>
        <source>Here a trained run answers your own pictures and texts. Train a sequence first.</source>
        <translation>ここで、学習した実行があなたの画像やテキストに答えます。先にシーケンスを学習してください。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>or open the demo</source>
        <translation>またはデモを開く</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 の書き出し</translation>
    </message>
    <message>
        <source>Task packages (*.safetensors)</source>
        <translation>タスクのパッケージ (*.safetensors)</translation>
    </message>
    <message>
        <source>%1 stands in %2.</source>
        <translation>%1 は %2 にあります。</translation>
    </message>
    <message>
        <source>From the Try page</source>
        <translation>「試す」ページから</translation>
    </message>
    <message>
        <source>The training is paused.</source>
        <translation>学習は一時停止しています。</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>学習を続ける</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <source>Reading runs…</source>
        <translation>実行を読み込み中…</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::VerdictView</name>
    <message numerus="yes">
        <source>and %n more, in the table below</source>
        <translation>
            <numerusform>ほか %n 件 (下の表にあります)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atlas::widgets::VersionDifference</name>
    <message>
        <source>Go back to this version</source>
        <translation>このバージョンに戻す</translation>
    </message>
    <message>
        <source>Samples, labels, review states, parts and classes become what they were then. What is there now is kept as a version, and Ctrl+Z takes it back.</source>
        <translation>サンプル、ラベル、確認状態、区分、クラスが当時の状態になります。現在の状態はバージョンとして残り、Ctrl+Z で元に戻せます。</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>異なるところ</translation>
    </message>
    <message>
        <source>Show these samples</source>
        <translation>これらのサンプルを表示</translation>
    </message>
    <message>
        <source>Show these samples: %1</source>
        <translation>これらのサンプルを表示: %1</translation>
    </message>
    <message>
        <source>Close this and show only them on the page, as they are now</source>
        <translation>これを閉じて、それらだけを現在の状態でページに表示します</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::VersionModel</name>
    <message>
        <source>Made by %1, %2</source>
        <translation>%1 が作成、%2</translation>
    </message>
    <message>
        <source>Learned by %1</source>
        <translation>学習した実行: %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>By</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>ラベルあり</translation>
    </message>
    <message>
        <source>Learned by</source>
        <translation>学習した実行</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::VersionSheet</name>
    <message>
        <source>Make a version</source>
        <translation>バージョンを作る</translation>
    </message>
    <message>
        <source>A version keeps the samples, labels, review states and parts as they are now, for ever. It takes only the room of what has changed. Training makes one by itself, so that every run says what it learned from.</source>
        <translation>バージョンは、サンプル、ラベル、確認状態、区分を今の状態のままずっと保存します。必要な容量は変更された分だけです。学習のときは自動的に作られ、どの実行が何から学習したかが分かります。</translation>
    </message>
    <message>
        <source>The data is as it was in %1. Ctrl+Z takes it back.</source>
        <translation>データは %1 の状態に戻りました。Ctrl+Z で取り消せます。</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>バージョンの名前</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>How people will speak of it; without a name it has its number</source>
        <translation>呼び名になります。名前がない場合は番号になります</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note: what it is for, or what was done</source>
        <translation>メモ: 何のためか、何をしたか</translation>
    </message>
    <message>
        <source>Keep the dataset as it is now (Enter, Ctrl+S)</source>
        <translation>データセットを今の状態で保存 (Enter、Ctrl+S)</translation>
    </message>
    <message>
        <source>This project is opened to read only</source>
        <translation>このプロジェクトは読み取り専用で開かれています</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>バージョン (新しいものから)</translation>
    </message>
    <message>
        <source>No version yet</source>
        <translation>まだバージョンがありません</translation>
    </message>
    <message>
        <source>Make one before a large change, or when a delivery is complete. Later you see here what has changed since, and can go back to it.</source>
        <translation>大きな変更の前や、納品がそろったときに作ってください。その後に何が変わったかをここで確認し、元に戻せます。</translation>
    </message>
    <message>
        <source>%1, no. %2</source>
        <translation>%1 (番号 %2)</translation>
    </message>
    <message>
        <source>Made %1.</source>
        <translation>作成: %1。</translation>
    </message>
    <message>
        <source>Nothing has changed since %1: it stands for the data as it is.</source>
        <translation>%1 から何も変わっていません。今のデータを表しています。</translation>
    </message>
    <message>
        <source>Choose two versions at most</source>
        <translation>バージョンは 2 つまで選べます</translation>
    </message>
    <message>
        <source>One: what has changed since. Two: what is different between them.</source>
        <translation>1 つ: その後に変わったもの。2 つ: 両者の異なるところ。</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 から %2 へ</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>両方とも同じです。</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>%1 の後</translation>
    </message>
    <message>
        <source>Nothing has changed: the data is as it was then.</source>
        <translation>何も変わっていません。データは当時のままです。</translation>
    </message>
</context>
<context>
    <name>atlas::widgets::Workspace</name>
    <message>
        <source>Show the page %1</source>
        <translation>ページ「%1」を表示</translation>
    </message>
    <message>
        <source>Opened to read only: nothing you do here changes the project.</source>
        <translation>読み取り専用で開いています。ここでの操作はプロジェクトを変更しません。</translation>
    </message>
    <message>
        <source>Opened to read only. %1</source>
        <translation>読み取り専用で開いています。%1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Learn task after task from pictures and texts without forgetting.</source>
        <translation>画像とテキストから、忘却することなく、タスクを次々に学習します。</translation>
    </message>
    <message>
        <source>Project to open</source>
        <translation>開くプロジェクト</translation>
    </message>
    <message>
        <source>Page to show: data, sequence, train, results, compare, decide, try</source>
        <translation>表示するページ: data、sequence、train、results、compare、decide、try</translation>
    </message>
    <message>
        <source>Save a picture of every page into this folder and end</source>
        <translation>すべてのページの画像をこのフォルダーに保存して終了</translation>
    </message>
    <message>
        <source>Colours of this start: light, dark</source>
        <translation>今回の配色: light、dark</translation>
    </message>
    <message>
        <source>Language of this start: en, ja</source>
        <translation>今回の言語: en、ja</translation>
    </message>
</context>
</TS>
