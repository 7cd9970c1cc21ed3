"""What scripts/check_translations finds: `./dev check` stands on it."""
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources/translations"


def check(file):
    done = subprocess.run([ROOT / "scripts/check_translations", file], capture_output=True, text=True)
    return done.returncode, done.stderr


class Translations(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def changed(self, old, new):
        """The Japanese file with one thing changed."""
        text = (FOLDER / "atlas_ja.ts").read_text()
        self.assertIn(old, text)
        file = Path(self.folder.name, "atlas_ja.ts")
        file.write_text(text.replace(old, new, 1))
        return file

    def test_every_text_is_translated(self):
        for file in sorted(FOLDER.glob("*.ts")):
            with self.subTest(file.name):
                self.assertEqual(check(file), (0, ""))

    def test_an_unfinished_text_fails(self):
        code, told = check(self.changed("<translation>データ</translation>",
                                        '<translation type="unfinished"></translation>'))
        self.assertEqual(code, 1)
        self.assertRegex(told, '"[Dd]ata" is not translated')

    def test_a_lost_placeholder_fails(self):
        code, told = check(self.changed("<translation>%1 ミリ秒</translation>", "<translation>ミリ秒</translation>"))
        self.assertEqual(code, 1)
        self.assertIn('"%1 ms" has other placeholders', told)

    def test_a_text_that_is_new_in_the_sources_fails(self):
        text = (FOLDER / "atlas_ja.ts").read_text()
        message = re.search(r"    <message>\n        <source>Glossary</source>.*?</message>\n", text, re.S).group(0)
        code, told = check(self.changed(message, ""))
        self.assertEqual(code, 1)
        self.assertIn('"Glossary" is not in the file', told)


if __name__ == "__main__":
    unittest.main()
