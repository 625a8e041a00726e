"""A net that has seen other faces.   python3 -m unittest discover models/training"""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import onnx
import torch

import recogniser
from checkpoint import load_net, save
from export import ranges_of, to_onnx
from net import INPUT_SIDE
from places import write_json
from quantise import quantise
from runonnx import OnnxModel


def packed_recogniser(folder):
    """Writes random weights as face-api's package does, and returns them by name."""
    tensors, entries = {}, []
    for name, layer in recogniser.Recogniser().convolutions():
        outputs, inputs, height, width = layer.conv.weight.shape
        inputs = 3 if name == "conv32_down" else inputs
        shapes = {"conv/filters": (height, width, inputs, outputs)}
        for part, shape in {
            **shapes,
            **dict.fromkeys(("conv/bias", "scale/weights", "scale/biases"), (outputs,)),
        }.items():
            spread = 1 / np.sqrt(np.prod(shape[:3])) if part == "conv/filters" else 0.5
            tensors[f"{name}/{part}"] = np.random.default_rng(len(tensors)).normal(0, spread, shape).astype(np.float32)
            entries.append({"name": f"{name}/{part}", "shape": shape, "dtype": "float32"})
    (folder / "weights.bin").write_bytes(b"".join(tensor.tobytes() for tensor in tensors.values()))
    write_json(folder / recogniser.MANIFEST, [{"weights": entries, "paths": ["weights.bin"]}])
    return tensors


class Recogniser(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_begins_as_what_was_packed(self):
        x = torch.randn(8, 1, INPUT_SIDE, INPUT_SIDE)
        tensors = packed_recogniser(self.folder)
        net = recogniser.begin(self.folder, x)
        name, layer = list(net.convolutions())[-1]
        given = torch.randn(4, *tensors[f"{name}/conv/filters"].shape[2:3], 7, 7)
        with torch.no_grad():
            filters = torch.from_numpy(tensors[f"{name}/conv/filters"]).permute(3, 2, 0, 1)
            bias, scale, shift = (
                torch.from_numpy(tensors[f"{name}/{part}"]) for part in ("conv/bias", "scale/weights", "scale/biases")
            )
            expected = torch.nn.functional.conv2d(given, filters, bias, padding=1)
            expected = expected * scale[:, None, None] + shift[:, None, None]
            torch.testing.assert_close(layer(given), expected, atol=1e-3, rtol=1e-3)

    def test_answers_as_the_net_that_ships_and_comes_back_from_a_checkpoint(self):
        x = torch.randn(2, 1, INPUT_SIDE, INPUT_SIDE)
        packed_recogniser(self.folder)
        net = recogniser.begin(self.folder, x)
        save({"weights": net.state_dict(), "width": net.width}, self.folder / "best.pt")
        with torch.no_grad():
            again = load_net(self.folder / "best.pt")(x)
            self.assertEqual([answer.shape for answer in again], [(2, 7), (2, 8)])
            for answer, before in zip(again, net(x)):
                torch.testing.assert_close(answer, before)

    def test_cut_to_a_rank_it_comes_back_from_a_checkpoint_and_to_the_whole_rank_it_is_the_same(self):
        wide = torch.randn(6, 4, 3, 3)
        narrow, widen = torch.nn.Conv2d(4, 6, 3, bias=False), torch.nn.Conv2d(6, 6, 1, bias=False)
        recogniser.cut(wide, narrow, widen)
        x = torch.randn(2, 4, 9, 9)
        with torch.no_grad():
            torch.testing.assert_close(widen(narrow(x)), torch.nn.functional.conv2d(x, wide), atol=1e-4, rtol=1e-4)
        packed_recogniser(self.folder)
        self.enterContext(mock.patch.object(recogniser, "RANK", 16))
        net = recogniser.begin(self.folder, torch.randn(8, 1, INPUT_SIDE, INPUT_SIDE))
        save({"weights": net.state_dict(), "width": net.width}, self.folder / "best.pt")
        again = load_net(self.folder / "best.pt")
        self.assertEqual([p.shape for p in again.parameters()], [p.shape for p in net.parameters()])
        whole = recogniser.Recogniser()
        count = [sum(p.numel() for p in each.parameters()) for each in (net, whole)]
        self.assertLess(count[0], count[1] / 2)

    def test_as_onnx_it_answers_the_same_and_rounded_nearly(self):
        packed_recogniser(self.folder)
        self.enterContext(mock.patch.object(recogniser, "RANK", 16))
        x = torch.randn(16, 1, INPUT_SIDE, INPUT_SIDE)
        net = recogniser.begin(self.folder, x)
        model = to_onnx(net, torch.zeros(7))
        path = self.folder / "net.onnx"
        onnx.save(model, str(path))
        with torch.no_grad():
            wanted = net(x)[0]
        answer = OnnxModel(path)
        torch.testing.assert_close(answer(x)["logits"], wanted, atol=1e-3, rtol=1e-3)
        quantise(model.graph, ranges_of(answer, x))
        onnx.save(model, str(path))
        rounded = OnnxModel(path)(x)["logits"]
        self.assertLess((rounded - wanted).abs().mean().item(), 0.1 * wanted.std().item())

    def test_a_folder_without_it_says_where_it_comes_from(self):
        with self.assertRaisesRegex(SystemExit, "npm ci"):
            recogniser.read_tensors(self.folder)


if __name__ == "__main__":
    unittest.main()
