"""What must hold whatever the weights are.   python3 -m unittest discover models/training"""

import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx
import torch

import quantise
from augment import augment, boxes, mix
from data import NOT_A_FACE, VOTES, clean, vote_shares
from export import ranges_of, to_onnx
from net import INPUT_SIDE, ExpressionNet, centre
from runonnx import OnnxModel


def trained_looking_net():
    """Random weights, and running statistics as after some training: fresh ones would hide a wrong fold."""
    net = ExpressionNet()
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
            torch.nn.init.normal_(module.bias, 0, 0.2)
    net.train()
    for _ in range(20):
        net(torch.randn(32, 1, INPUT_SIDE, INPUT_SIDE))
    return net.eval()


class ShippedFiles(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.net, self.x = trained_looking_net(), torch.randn(64, 1, INPUT_SIDE, INPUT_SIDE)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.fp32, self.ranges, self.int8 = (
            str(Path(folder.name, name)) for name in ("fp32.onnx", "ranges.json", "int8.onnx")
        )
        onnx.save(to_onnx(self.net), self.fp32)

    def test_the_graph_says_what_the_net_says(self):
        with torch.no_grad():
            torch.testing.assert_close(OnnxModel(self.fp32)(self.x), self.net(self.x)[0], atol=1e-3, rtol=1e-3)

    def test_int8_stays_close_to_fp32(self):
        model = OnnxModel(self.fp32)
        Path(self.ranges).write_text(json.dumps(ranges_of(model, self.x)))
        quantise.main(self.fp32, self.ranges, self.int8)
        wanted, got = model(self.x), OnnxModel(self.int8)(self.x)
        self.assertLess((got - wanted).abs().mean(), 0.1 * wanted.std())


class Data(unittest.TestCase):
    def test_training_loses_leaks_flat_images_and_what_is_no_face_and_merges_copies(self):
        distinct = np.random.default_rng(0).integers(0, 255, (5, 48, 48), np.uint8)
        images = np.stack(
            [
                distinct[0],
                distinct[1],
                distinct[1],
                distinct[2],
                np.full((48, 48), 7, np.uint8),
                distinct[3],
                distinct[2],
            ]
        )
        labels = np.array([0, 3, 4, 5, 6, 6, 5])
        votes = np.zeros((7, len(VOTES)), np.float32)
        votes[5, NOT_A_FACE] = 10
        rows, label_share = clean(images, labels, np.array(["Training"] * 6 + ["PublicTest"]), votes)
        self.assertEqual(rows.tolist(), [0, 1])
        self.assertEqual(label_share[1].tolist(), [0, 0, 0, 0.5, 0.5, 0, 0])

    def test_a_single_vote_counts_only_where_nobody_agrees(self):
        votes = np.zeros((2, len(VOTES)), np.float32)
        votes[0, [VOTES.index("happiness"), VOTES.index("fear")]] = 9, 1
        votes[1, VOTES.index("fear")] = 1
        self.assertEqual(vote_shares(votes).argmax(1).tolist(), [3, 2])
        self.assertEqual(vote_shares(votes).max(1).tolist(), [1, 1])


class Augmentation(unittest.TestCase):
    def test_images_come_out_in_the_shape_and_spread_of_the_nets_input(self):
        images = torch.randint(0, 256, (64, 1, 48, 48), dtype=torch.uint8)
        x = augment(images)
        self.assertEqual(x.shape, centre(images).shape)
        self.assertTrue(torch.isfinite(x).all())

    def test_boxes_lie_whole_inside_the_image(self):
        sides = torch.full((2, 50), 10.0)
        self.assertTrue(torch.all((boxes(sides).sum((1, 2, 3)) - 100).abs() <= 40))

    def test_mixed_targets_follow_the_mixed_pixels(self):
        for seed in range(20):
            torch.manual_seed(seed)
            share = torch.rand(16, 1)
            x, (target,) = mix(
                share[..., None, None].expand(-1, 1, INPUT_SIDE, INPUT_SIDE),
                (torch.cat([share, 1 - share], 1),),
            )
            torch.testing.assert_close(x.mean((1, 2, 3)), target[:, 0])
            torch.testing.assert_close(target.sum(1), torch.ones(16))


if __name__ == "__main__":
    unittest.main()
