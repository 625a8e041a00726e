"""Two nets as one file.   python3 -m unittest discover models/training"""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx
import torch

from export import ranges_of, to_onnx
from net import INPUT_SIDE, ExpressionNet
from pair import join
from quantise import quantise
from runonnx import OnnxModel


class Pair(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "pair.onnx"
        torch.manual_seed(0)
        self.nets = [ExpressionNet(width).eval() for width in (0.25, 0.5)]
        self.x = torch.randn(8, 1, INPUT_SIDE, INPUT_SIDE)

    def joined(self, bias=None):
        model = join(*(to_onnx(net) for net in self.nets), bias)
        onnx.save(model, str(self.path))
        return model

    def test_answers_as_the_mean_of_both_and_with_the_bias(self):
        bias = [0.5, 0, -0.5, 0, 0, 1, 0]
        self.joined(bias)
        with torch.no_grad():
            (logits, votes), (other_logits, other_votes) = (net(self.x) for net in self.nets)
        answer = OnnxModel(self.path)(self.x)
        torch.testing.assert_close(
            answer["logits"], (logits + other_logits) / 2 + torch.tensor(bias), atol=1e-4, rtol=1e-4
        )
        torch.testing.assert_close(answer["votes"], (votes + other_votes) / 2, atol=1e-4, rtol=1e-4)

    def test_rounded_it_answers_nearly_the_same_and_its_last_layer_is_not_rounded(self):
        model = self.joined()
        exact = OnnxModel(self.path)
        wanted = exact(self.x)["logits"]
        quantise(model.graph, ranges_of(exact, self.x))
        onnx.save(model, str(self.path))
        rounded = OnnxModel(self.path)(self.x)["logits"]
        self.assertLess((rounded - wanted).abs().mean().item(), 0.1 * wanted.std().item())
        kinds = {t.name: onnx.numpy_helper.to_array(t).dtype for t in model.graph.initializer}
        self.assertEqual(kinds["logits.weight"], np.float32)
        self.assertIn(np.dtype("int8"), kinds.values())


if __name__ == "__main__":
    unittest.main()
