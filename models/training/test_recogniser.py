"""A teacher that has seen other faces.   python3 -m unittest discover models/training"""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

import recogniser
from checkpoint import load_net, save
from net import INPUT_SIDE
from places import write_json


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

    def test_a_folder_without_it_says_where_it_comes_from(self):
        with self.assertRaisesRegex(SystemExit, "npm ci"):
            recogniser.read_tensors(self.folder)


if __name__ == "__main__":
    unittest.main()
