#!/usr/bin/env python3
"""Writes the seeds of the fuzzers: small sound files and a few that are wrong in one place. What a run of the fuzzers
finds is put beside them by hand, named by what it broke."""

import io
import gzip
import json
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

FOLDER = Path(__file__).parent / "seeds"
SEPARATOR = b"\x1c"  # between the files of one input, see input.h


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width=4, height=4, depth=8, colour=0, extra=b""):
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    row = b"\0" + bytes(i * 37 % 256 for i in range(width * channels * depth // 8))
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(row * height))
            + chunk(b"IEND", b""))


def exif(orientation=6, big=False):
    order = ">" if big else "<"
    return ((b"MM\0*" if big else b"II*\0") + struct.pack(order + "IH", 8, 1)
            + struct.pack(order + "HHIHHI", 274, 3, 1, orientation, 0, 0))


def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(width=16, height=8, channels=1, progressive=False, orientation=0, end=True):
    """All blocks grey: one code for 'no difference', one for 'no waves'."""
    blocks = (width + 7) // 8 * ((height + 7) // 8) * channels
    names = range(1, channels + 1)
    app = segment(0xE1, b"Exif\0\0" + exif(orientation)) if orientation else b""
    frame = struct.pack(">BHHB", 8, height, width, channels) + b"".join(bytes([n, 0x11, 0]) for n in names)
    code = b"\x01" + bytes(15) + b"\0"
    scan = bytes([channels]) + b"".join(bytes([n, 0]) for n in names)
    bits = blocks * (1 if progressive else 2)
    data = bytes(bits // 8) + (bytes([0xFF >> bits % 8]) if bits % 8 else b"")
    return (b"\xff\xd8" + app + segment(0xDB, b"\0" + bytes([8] * 64)) + segment(0xC2 if progressive else 0xC0, frame)
            + segment(0xC4, b"\0" + code) + segment(0xC4, b"\x10" + code)
            + segment(0xDA, scan + (b"\0\0\0" if progressive else b"\0\x3f\0")) + data + (b"\xff\xd9" if end else b""))


def bmp(width=4, height=4, bits=24):
    row = bytes(width * bits // 8)
    row += bytes(-len(row) % 4)
    palette = bytes(4 * 256) if bits == 8 else b""
    begin = 54 + len(palette)
    return (struct.pack("<2sIHHI", b"BM", begin + len(row) * abs(height), 0, 0, begin)
            + struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, 0, 0, 0, 0, 0, 0) + palette + row * abs(height))


def tiff(width=4, height=4, big=False, pages=1, kind=3):
    order = ">" if big else "<"
    pixels = bytes(range(width * height))
    tags = [(256, kind, width), (257, kind, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8), (274, 3, 3),
            (277, 3, 1), (278, 3, height), (279, 4, len(pixels))]
    size = 2 + 12 * len(tags) + 4
    begin = 8 + len(pixels)
    data = (b"MM\0*" if big else b"II*\0") + struct.pack(order + "I", begin) + pixels
    for page in range(pages):
        data += struct.pack(order + "H", len(tags))
        for tag, kind, value in tags:
            data += struct.pack(order + "HHI", tag, kind, 1)
            data += struct.pack(order + "HH", value, 0) if kind == 3 else struct.pack(order + "I", value)
        data += struct.pack(order + "I", begin + size * (page + 1) if page + 1 < pages else 0)
    return data


def packed_bits(values, width):
    number, bits = 0, 0
    for value in values:
        number |= value << bits
        bits += width
    return number.to_bytes((bits + 7) // 8, "little")


def gif(frames=1, interlaced=False, transparent=True):
    codes = []
    for i in range(16):
        codes += [4, i % 4]  # forgotten after every pixel: codes stay three bits wide
    data = packed_bits(codes + [5], 3)
    palette = bytes(range(12))
    frame = b"\x21\xf9\x04" + bytes([1 if transparent else 0, 0, 0, 1]) + b"\0"
    frame += b"\x2c" + struct.pack("<HHHHB", 0, 0, 4, 4, 0x40 if interlaced else 0)
    frame += b"\x02" + bytes([len(data)]) + data + b"\0"
    return b"GIF89a" + struct.pack("<HHBBB", 4, 4, 0x81, 0, 0) + palette + frame * frames + b";"


def vp8l(width=4, height=4):
    """One colour: every code has one symbol, so that pixels cost no bits."""
    header = (width - 1) | (height - 1) << 14
    codes = packed_bits([0] + [1, 0, 0, 1] * 5, 1)
    bits = header | int.from_bytes(codes, "little") << 34
    data = b"\x2f" + bits.to_bytes(10, "little")
    return b"VP8L" + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def riff(chunks):
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks


def webp_extended(flags, chunks, width=4, height=4):
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return riff(b"VP8X" + struct.pack("<I", 10) + bytes([flags, 0, 0, 0]) + sides + chunks)


def webp_animated():
    sides = (3).to_bytes(3, "little") * 2
    frame = bytes(6) + sides + bytes([40, 0, 0, 0]) + vp8l()
    frames = (b"ANMF" + struct.pack("<I", len(frame)) + frame) * 2
    return webp_extended(2, b"ANIM" + struct.pack("<IIH", 6, 0, 0) + frames)


def idx(sizes, data):
    return b"\0\0\x08" + bytes([len(sizes)]) + b"".join(struct.pack(">I", size) for size in sizes) + data


def tar(entries, links=(), compression=""):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:" + compression, format=tarfile.GNU_FORMAT, encoding="latin-1") as archive:
        for name, data in entries:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, target in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            archive.addfile(info)
    data = stream.getvalue()
    return data if compression else data.rstrip(b"\0") + bytes(1024)


def zipped(entries, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return stream.getvalue()


def seven_zip(name="cat/a.pgm", data=b"P5 2 2 255\nabcd"):
    """One file that is not compressed."""
    names = b"\0" + (name + "\0").encode("utf-16-le")
    size = bytes([len(data)])
    header = (b"\x01\x04\x06\0\x01\x09" + size + b"\0\x07\x0b\x01\0\x01\x01\0\x0c" + size + b"\0\x08\0\0\x05\x01\x11"
              + bytes([len(names)]) + names + b"\0\0")
    start = struct.pack("<QQI", len(data), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\x04" + struct.pack("<I", zlib.crc32(start)) + start + data + header


def safetensors(header, data=b""):
    text = json.dumps(header).encode() if isinstance(header, dict) else header
    return struct.pack("<Q", len(text)) + text + data


def text_op(text):
    return b"X" + struct.pack("<I", len(text)) + text


def pickle():
    """{"weight": a 2 x 2 tensor} as torch.save writes it."""
    storage = b"(" + text_op(b"storage") + b"ctorch\nFloatStorage\n" + text_op(b"0") + text_op(b"cpu") + b"K\x04tQ"
    tensor = (b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + b"K\0K\x02K\x02\x86K\x02K\x01\x86\x89"
              + b"ccollections\nOrderedDict\n)RtR")
    return b"\x80\x02ccollections\nOrderedDict\n)Rq\0(" + text_op(b"weight") + tensor + b"u}" + text_op(b"_metadata") \
        + b"ccollections\nOrderedDict\n)Rsb."


QUESTIONS = {"questions": [{"question_id": 1, "image_id": 7, "question": "What is it?"},
                           {"question_id": 2, "image_id": "7", "question": "How many?"}]}
ANNOTATIONS = {"annotations": [{"question_id": 1, "answers": [{"answer": "cat"}, {"answer": "dog"}, {"answer": "cat"}]},
                               {"question_id": 2, "multiple_choice_answer": "2"}]}
TASKS = [{"id": 1, "data": {"image": "/data/local-files/?d=a.pgm"},
          "annotations": [{"result": [{"value": {"choices": ["cat"]}}]},
                          {"was_cancelled": True, "result": []},
                          {"result": [{"value": {"taxonomy": [["animal", "dog"]]}}]}]},
         {"data": {"text": "so good"}, "completions": [{"result": [{"value": {"text": "fine"}}]}]}]
ROWS = [{"image": "a.pgm", "label": "cat", "id": "1"}, {"image": "a.pgm", "label": ["cat", "dog"]},
        {"text": "so good", "label": {"fine": 0.5, "bad": 0.25}}, {"text": "so \u00e9", "label": 3, "note": None}]
CHOICES = [{"goal": "stop it", "choices": ["push", "pull"], "label": 1},
           {"goal": "open it", "choices": [{"text": "push"}, {"text": "pull"}], "label": "A", "split": "test"}]

CSV = b"text,label,split,group\r\nso good,fine,train,1\r\n\"bad, \"\"very\"\"\r\nbad\",bad,test,2\r\n'=1+1,fine,,\r\n"


def lines(rows):
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def as_json(value):
    return json.dumps(value).encode()


def ended(data, last):
    """With the last byte that decides how it is read."""
    return data + bytes([last])


SEEDS = {
    "archive": {
        "folders.tar": ended(tar([("cat/a.pgm", b"P5 2 2 255\nabcd"), ("dog/b.pgm", b"P5 2 2 255\nbcde")]), 1),
        "japanese.zip": ended(zipped([("猫/写真.pgm", b"P5 2 2 255\nabcd")]), 0),
        "latin.tar": ended(tar([("caf\u00e9/a.pgm", b"P5 2 2 255\nabcd"), ("na\u00efve/b.pgm", b"x")]), 1),
        "links.tar": ended(tar([("a", b"x")], [("b", "/etc/passwd"), ("c", "../..")]), 1),
        "outside.zip": ended(zipped([("../a", b"x"), ("/etc/b", b"x"), ("c\\d", b"x"), ("C:/e", b"x")]), 0),
        "line_break_hides_a_path.tar": ended(tar([("\u00e9\n/tmp/x", b"x"), ("a\n..", b"x")]), 1),
        "one_name_twice.tar": ended(tar([("a", b"x"), ("a", b"y"), ("a/b", b"z")]), 1),
        "packed.tar.gz": ended(tar([("cat/a.pgm", b"P5 2 2 255\nabcd")], compression="gz"), 2),
        "packed.tar.xz": ended(tar([("cat/a.pgm", b"P5 2 2 255\nabcd")], compression="xz"), 4),
        "one_file.7z": ended(seven_zip(), 3),
        "name_of_dots.zip": ended(zipped([("a.pgm", b"P5 2 2 255\nabcd")]), 5),
    },
    "cells": {
        "formula": b"=1+1",
        "guarded": b"''@x",
        "number": b"-12.5e3",
        "weights": b"{\"cat\": 0.5, \"dog\": 1}",
        "votes": b"[{\"answer\": \"cat\"}, {\"answer\": \"cat\"}, {\"answer\": \"dog\", \"weight\": 0.5}]",
        "list": b"[\"cat\", 3, true]",
        "bars": b"cat|dog||cat",
        "columns": "text\nText 2\noption_1\nchoiceB\n選択肢1\nlabel\nlabel\n".encode(),
    },
    "class_folders": {
        "sound.json": as_json({"splits": {"part": "train"}, "classes": [{"folder": "cat", "name": "Cat / tom"}]}),
        "no_splits.json": as_json({"classes": []}),
        "other_types.json": as_json({"splits": [1], "classes": [{"folder": 1, "name": None}]}),
    },
    "delimited": {
        "sound.csv": CSV,
        "semicolons.csv": b"a;b;c\n1;2;3\n4;5;6\n",
        "unclosed.csv": b"text,label\n\"never closed,a\nnext,b\n",
        "after_a_quote.csv": b"\"a\"b,c\n\0,d\n",
        "no_names.csv": b"this is a sentence,good\nand this another,bad\na.png,good\n",
        "ends.csv": b"a,b\rc,d\r\ne,f\n\n,\n",
    },
    "idx": {
        "sound": idx([2, 2, 3], bytes(range(12))) + SEPARATOR + idx([2], b"\0\1") + SEPARATOR + b"cat\ndog\n",
        "packed": ended(idx([2, 2, 3], bytes(range(12))) + SEPARATOR + idx([2], b"\0\1") + SEPARATOR + b"cat\ndog", 0x80),
        "gz": gzip.compress(idx([1, 2, 2], b"abcd"), mtime=0),
        "class_without_a_name": idx([2, 1, 1], b"ab") + SEPARATOR + idx([2], b"\0\1") + SEPARATOR + b"cat\n\ndog\n",
        "cut_off": idx([3, 2, 2], bytes(5)),
        "huge": idx([1, 65535, 65535], b""),
        "wrong_type": b"\0\0\x0d\x03" + bytes(12),
    },
    "image_folder": {
        "sound.jsonl": lines([{"file_name": "a.pgm", "label": "cat"}, {"file_name": "b.pgm", "text": "x"}]),
        "sound.csv": b"file_name,label\na.pgm,cat\nb.pgm,dog\n@",
        "outside.jsonl": lines([{"file_name": "../a.pgm"}, {"file_name": "/etc/passwd"}, {"file_name": "http://x/a"}]),
    },
    "json_records": {
        "array.json": as_json(ROWS),
        "lines.jsonl": lines(ROWS),
        "half_letters.jsonl": b"{\"a\": \"\\ud83d\", \"b\": \"\\ud83d\\ude00\"}\n",
        "not_numbers.jsonl": b"{\"a\": NaN, \"b\": [Infinity, -Infinity]}\n",
        "half_letter_in_a_fault.jsonl": "{\"a\"\u00e9}\n".encode(),
        "twice.jsonl": b"{\"a\": 1, \"a\": 2}\n",
        "deep.json": b"[" * 70 + b"]" * 70,
        "open.json": b"[{\"a\": 1}, {\"b\": \"x",
        "array_then_line.jsonl": b"[1, 2]\n{\"a\": 1}\n",
    },
    "json_table": {
        "rows.json": as_json(ROWS),
        "choices.json": as_json(CHOICES),
        "rows.jsonl": lines(ROWS) + b"@",
        "labels_beside.jsonl": lines([{"goal": "a", "sol1": "b", "sol2": "c"}]) + SEPARATOR + b"0\n@",
        "pairs.json": as_json([{"images": ["a.pgm", "a.pgm"], "question": "same?", "label": True}]),
        "several.json": ended(as_json([{"text": "x", "label": "a|b"}, {"text": "y", "label": "[\"a\", \"c\"]"}]), 8),
    },
    "label_studio": {
        "sound.json": as_json(TASKS),
        "other_types.json": as_json([{"data": {"text": "a"}, "annotations": [{"was_cancelled": None, "result": {}}]},
                                     {"data": [], "annotations": 1}]),
        "braces.json": as_json([{"data": {"text": "a"}, "annotations": [{"result": [{"value": {"text": "{\"a\":1}"}}]}]}]),
    },
    "pickle": {
        "state_dict.pkl": pickle(),
        "state_dict.zip": zipped([("archive/data.pkl", pickle()), ("archive/data/0", bytes(16))], zipfile.ZIP_STORED),
        "forbidden.pkl": b"\x80\x02cos\nsystem\n(" + text_op(b"true") + b"tR.",
        "compressed.zip": zipped([("archive/data.pkl", pickle())]),
    },
    "safetensors": {
        "sound": safetensors({"__metadata__": {"format": "pt"},
                              "a": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]},
                              "b": {"dtype": "U8", "shape": [3], "data_offsets": [16, 19]}}, bytes(range(19))),
        "empty": safetensors({"a": {"dtype": "I64", "shape": [0, 5], "data_offsets": [0, 0]}}),
        "overlap": safetensors({"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]},
                                "b": {"dtype": "U8", "shape": [4], "data_offsets": [2, 6]}}, bytes(6)),
        "overflow": safetensors({"a": {"dtype": "F64", "shape": [1 << 62, 8], "data_offsets": [0, 0]}}),
        "twice": safetensors(b'{"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]},"a":{}}', b"x"),
        "deep": safetensors(b'{"a":' * 9 + b"1" + b"}" * 9),
        "short": b"\xff" * 7,
    },
    "table": {
        "texts.csv": CSV,
        "pictures.csv": b"image,label\na.pgm,cat\nb.pgm,dog\n../x.pgm,cat\n",
        "tabs.tsv": b"text\tlabel\nso good\tfine\nso bad\tbad\n@",
        "labels_beside.csv": b"text\nso good\nso bad\n" + SEPARATOR + b"fine\nbad\n",
        "no_names.csv": b"this is a sentence,good\nand this another,bad\nthis is a third,good\n0",
        "shift_jis.csv": "本文,ラベル\nとても良い,良\n悪い,悪\n".encode("cp932"),
        "choices.csv": b"question,choice0,choice1,label\nwhich?,a,b,1\nwho?,c,d,A\n",
        "many_classes.csv": b"text,label\n" + b"".join(b"t%d,%s\n" % (i, name) for i, name in enumerate(
            [b"9", b"10", b"1z", b"0", b"00", b"-1", b"9a", b"100", b"a", b"1", b"2", b"3", b"20", b"2z", b"30", b"3z",
             b"4", b"5z", b"50", b"6"])),
    },
    "table_description": {
        "texts.csv": CSV,
        "shift_jis.csv": "画像,ラベル,分割\na.png,良,train\nb.png,不良,test\n".encode("cp932"),
        "unsure.csv": b"text,label\nfirst one here,\x95\x73\nsecond one,x\n",
        "one_letter.csv": b"x,\xe9\n",
        "no_names.csv": b"this is a sentence,good\nand this another,bad\nthis is a third,good\n",
        "rows.jsonl": lines(ROWS) + b"@",
        "cut_off.json": as_json(CHOICES)[:-3] + b"`",
        "utf16.csv": "text,ラベル\nとても良い,良\n".encode("utf-16-le"),
        "unnamed.csv": b",,\n1,2,3\n",
    },
    "text_encoding": {
        "ascii": b"so good\n",
        "utf8": "caf\u00e9 猫 \U0001F600\n".encode(),
        "utf8_mark": b"\xef\xbb\xbfcaf\xc3\xa9\n",
        "utf16le": "caf\u00e9 猫\n".encode("utf-16"),
        "utf16be": b"\xfe\xff" + "caf\u00e9 \U0001F600\n".encode("utf-16-be"),
        "shift_jis": "これはとても良い本です。また読みたい。\n".encode("cp932"),
        "euc_kr": "이 책은 정말 좋습니다. 다시 읽고 싶습니다.\n".encode("euc-kr"),
        "latin": "Le caf\u00e9 est tr\u00e8s bon, d\u00e9j\u00e0 vu.\n".encode("latin-1"),
        "iso_2022": "これは本です\n".encode("iso-2022-jp"),
        "half_letter": b"\xed\xa0\x80",
        "binary": bytes(range(256)),
    },
    "vqa": {
        "sound": as_json(QUESTIONS) + SEPARATOR + as_json(ANNOTATIONS),
        "questions_alone": as_json(QUESTIONS),
        "other_types": as_json({"questions": [1, {"question_id": [1], "image_id": None, "question": {"a": 1}}]})
        + SEPARATOR + as_json({"annotations": [{"question_id": {}, "answers": 1}, 2]}),
    },
}

PICTURES = {
    "grey.png": png(),
    "deep_colours.png": png(depth=16, colour=2),
    "transparent.png": png(colour=6),
    "turned.png": png(extra=chunk(b"eXIf", exif(8, big=True))),
    "moving.png": png(extra=chunk(b"acTL", struct.pack(">II", 2, 0))),
    "grey.jpg": jpeg(),
    "colours.jpg": jpeg(channels=3, orientation=6),
    "inks.jpg": jpeg(channels=4),
    "progressive.jpg": jpeg(progressive=True),
    "marker_hides_a_picture.jpg": b"\xff\xd8\xff\0\x01\x02" + jpeg(8, 8)[2:] + jpeg(4, 4)[2:],
    "cut_off.jpg": jpeg(end=False),
    "colours.bmp": bmp(),
    "palette_from_the_top.bmp": bmp(height=-4, bits=8),
    "four_channels.bmp": bmp(bits=32),
    "grey.tif": tiff(),
    "pages.tif": tiff(big=True, pages=2),
    "size_elsewhere.tif": tiff(width=8, height=8, kind=16),
    "grey.gif": gif(),
    "moving.gif": gif(frames=2, interlaced=True),
    "one_colour.webp": riff(vp8l()),
    "turned.webp": webp_extended(8, vp8l() + b"EXIF" + struct.pack("<I", len(exif())) + exif()),
    "moving.webp": webp_animated(),
    "grey.pgm": b"P5 # a remark\n4 4 255\n0123456789abcdef",
    "colours.ppm": b"P6\n2 2\n255\nabcdefghijkl",
    "remark_hides_a_size.pgm": b"P5 #\r20000 20000 #\n1 1 255\n0",
    "words.pbm": b"P1\n4 2\n0 1 0 1\n1 0 1 0\n",
}
SEEDS["picture_header"] = PICTURES
SEEDS["picture_decoder"] = PICTURES


def main():
    for target, seeds in SEEDS.items():
        folder = FOLDER / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in seeds.items():
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
