"""What must hold whatever the weights are.   python3 -m unittest discover models/training"""

import tempfile
import types
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
import onnx
import torch

import quantise
import targets
import train
from answers import FIVE, ask, averaged, windows
from augment import MILDNESS, augment, boxes, coarse, mix, mostly_mild, seen_through
from checkpoint import load_net, save
from data import NOT_A_FACE, VOTES, clean, strict_majority, vote_shares
from distil import shares
from export import ranges_of, to_onnx
from net import INPUT_SIDE, ExpressionNet, centre
from places import write_json
from runonnx import OnnxModel
from settings import override
from soup import mean


def trained_looking_net():
    """Random weights, and running statistics as after some training: fresh ones would hide a wrong fold."""
    net = ExpressionNet(width=0.5)
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
            torch.nn.init.normal_(module.bias, 0, 0.2)
    net.train()
    for _ in range(10):
        net(torch.randn(32, 1, INPUT_SIDE, INPUT_SIDE))
    return net.eval()


def folder_for(test):
    folder = tempfile.TemporaryDirectory()
    test.addCleanup(folder.cleanup)
    return Path(folder.name)


class ShippedFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.manual_seed(0)
        cls.net, cls.x = trained_looking_net(), torch.randn(64, 1, INPUT_SIDE, INPUT_SIDE)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        fp32, ranges, int8 = (Path(cls.folder.name, name) for name in ("fp32.onnx", "ranges.json", "int8.onnx"))
        onnx.save(to_onnx(cls.net), str(fp32))
        cls.fp32 = OnnxModel(fp32)
        write_json(ranges, ranges_of(cls.fp32, cls.x))
        quantise.main(str(fp32), str(ranges), str(int8))
        cls.int8, cls.int8_path = OnnxModel(int8), int8

    def test_the_graph_says_what_the_net_says_with_both_heads(self):
        with torch.no_grad():
            logits, votes = self.net(self.x)
        answer = self.fp32(self.x)
        torch.testing.assert_close(answer["logits"], logits, atol=1e-3, rtol=1e-3)
        torch.testing.assert_close(answer["votes"], votes, atol=1e-3, rtol=1e-3)

    def test_int8_stays_close_to_fp32(self):
        wanted, got = self.fp32(self.x), self.int8(self.x)
        for name in ("logits", "votes"):
            self.assertLess((got[name] - wanted[name]).abs().mean(), 0.1 * wanted[name].std())

    def test_both_outputs_of_int8_are_floats_that_no_rounding_follows(self):
        graph = onnx.load(str(self.int8_path)).graph
        self.assertEqual([output.name for output in graph.output], ["logits", "votes"])
        read = {name for node in graph.node for name in node.input}
        self.assertFalse(read & {"logits", "votes"})

    def test_a_bias_moves_the_logits_by_as_much_and_the_votes_not_at_all(self):
        path = folder_for(self) / "biased.onnx"
        bias = torch.linspace(-1, 1, 7)
        onnx.save(to_onnx(self.net, bias), str(path))
        moved, usual = OnnxModel(path)(self.x), self.fp32(self.x)
        torch.testing.assert_close(moved["logits"], usual["logits"] + bias, atol=1e-4, rtol=1e-4)
        torch.testing.assert_close(moved["votes"], usual["votes"])

    def test_onnx_runtime_says_the_same_of_both_files_asked_for_one_output_alone(self):
        try:
            from onnxruntime import InferenceSession
        except ImportError:
            self.skipTest("no onnxruntime in this Python")
        for model, name in ((self.fp32, "fp32.onnx"), (self.int8, "int8.onnx")):
            session = InferenceSession(str(Path(self.folder.name, name)), providers=["CPUExecutionProvider"])
            (logits,) = session.run(["logits"], {"face": self.x.numpy()})
            difference = (torch.from_numpy(logits) - model(self.x)["logits"]).abs()
            self.assertLess(difference.mean(), 0.01 * logits.std())


class Data(unittest.TestCase):
    def test_training_loses_leaks_flat_images_and_what_is_no_face_and_merges_copies(self):
        distinct = np.random.default_rng(0).integers(0, 255, (5, 48, 48), np.uint8)
        flat = np.full((48, 48), 7, np.uint8)
        images = np.stack([distinct[0], distinct[1], distinct[1], distinct[2], flat, distinct[3], distinct[2]])
        labels = np.array([0, 3, 4, 5, 6, 6, 5])
        votes = np.zeros((7, len(VOTES)), np.float32)
        votes[5, NOT_A_FACE] = 10
        rows, label_share = clean(images, labels, np.array(["Training"] * 6 + ["PublicTest"]), votes)
        self.assertEqual(rows.tolist(), [0, 1])
        self.assertEqual(label_share[1].tolist(), [0, 0, 0, 0.5, 0.5, 0, 0])

    def test_a_single_vote_counts_only_where_nobody_agrees(self):
        votes = voted({"happiness": 9, "fear": 1}, {"fear": 1})
        self.assertEqual(vote_shares(votes).argmax(1).tolist(), [3, 2])
        self.assertEqual(vote_shares(votes).max(1).tolist(), [1, 1])

    def test_a_strict_majority_is_more_than_half_of_the_votes_that_somebody_seconds(self):
        votes = voted(
            {"fear": 5, "surprise": 3, "anger": 1, "sadness": 1},  # 5 of 8
            {"fear": 5, "surprise": 5},
            {"contempt": 6, "neutral": 4},
            {"NF": 10},
            {},
        )
        self.assertEqual(strict_majority(votes).tolist(), [2, -1, 7, -1, -1])


def voted(*rows):
    return np.array([[row.get(name, 0) for name in VOTES] for row in rows], np.float32)


class Targets(unittest.TestCase):
    def setUp(self):
        self.faces = types.SimpleNamespace(
            label_share=torch.eye(7)[[0, 3]], votes=torch.stack([torch.eye(8)[2], torch.zeros(8)])
        )

    def test_labels_and_votes_are_shares_that_sum_to_one(self):
        fer, fer_plus = targets.targets(self.faces)
        torch.testing.assert_close(fer.sum(1), torch.ones(2))
        self.assertEqual(fer.argmax(1).tolist(), [0, 3])
        self.assertGreater(fer[0, 2], fer[0, 1])
        self.assertEqual(fer_plus.sum(1).tolist(), [1, 0])

    def test_a_teacher_is_blended_in_and_speaks_alone_where_nobody_voted(self):
        teacher = targets.Teacher(torch.eye(7)[None, [6, 6]], torch.eye(8)[None, [7, 7]], None, 0.25)
        plain = targets.targets(self.faces)
        fer, fer_plus = teacher.blend(*plain, epoch=3)
        torch.testing.assert_close(fer, 0.75 * plain[0] + 0.25 * torch.eye(7)[[6, 6]])
        self.assertEqual(fer_plus[:, 7].tolist(), [0.25, 1])

    def test_rounds_come_in_turn_each_with_the_windows_that_the_teacher_saw(self):
        path = folder_for(self) / "teacher.npz"
        windows = np.arange(2 * 1 * 6, dtype=np.float32).reshape(2, 1, 2, 3)
        np.savez(path, rows=[1], fer=np.eye(7)[:2, None], votes=np.eye(8)[:2, None], windows=windows)
        teacher = targets.read_teacher(path, torch.tensor([1]), count=3, share=1)
        for epoch, at in ((0, 0), (1, 1), (2, 0)):
            fer, votes, seen = teacher.lesson(epoch)
            self.assertEqual([fer[1].argmax(), votes[1].argmax()], [at, at])
            torch.testing.assert_close(seen[1], torch.from_numpy(windows[at, 0]))

    def test_a_teacher_that_has_not_seen_all_training_images_is_refused(self):
        path = folder_for(self) / "teacher.npz"
        np.savez(path, rows=[1, 2], fer=np.eye(7)[None, :2], votes=np.eye(8)[None, :2])
        self.assertIsNone(targets.read_teacher(path, torch.tensor([2]), count=4, share=1).lesson(0)[2])
        with self.assertRaisesRegex(SystemExit, "lacks some"):
            targets.read_teacher(path, torch.tensor([2, 3]), count=4, share=1)


class Augmentation(unittest.TestCase):
    def test_images_come_out_in_the_shape_and_spread_of_the_nets_input(self):
        images = torch.randint(0, 256, (64, 1, 48, 48), dtype=torch.uint8)
        for side in (INPUT_SIDE, 32):
            x = augment(images, side)
            self.assertEqual(x.shape, centre(images, side).shape)
            self.assertTrue(torch.isfinite(x).all())

    def test_a_given_window_is_what_is_seen(self):
        images = torch.randint(0, 256, (4, 1, 48, 48)).float()
        middle = torch.tensor([[1.0, 0, 0], [0, 1, 0]]).expand(4, 2, 3) * INPUT_SIDE / 48
        torch.testing.assert_close(seen_through(middle, images), images[:, :, 2:46, 2:46], atol=1e-2, rtol=0)
        turned = middle.clone()
        turned[:, :, 0] *= -1
        torch.testing.assert_close(seen_through(turned, images), images[:, :, 2:46, 2:46].flip(3), atol=1e-2, rtol=0)

    def test_boxes_lie_whole_inside_the_image(self):
        sides = torch.full((2, 50), 10.0)
        self.assertTrue(torch.all((boxes(sides, INPUT_SIDE).sum((1, 2, 3)) - 100).abs() <= 40))

    def test_mixed_targets_follow_the_mixed_pixels(self):
        for kind in ("CUTMIX", "MIXUP"):
            for seed in range(20):
                torch.manual_seed(seed)
                share = torch.rand(16, 1)
                with mock.patch.multiple("augment", CUTMIX=0, MIXUP=0), mock.patch(f"augment.{kind}", 1):
                    x, (target,) = mix(
                        share[..., None, None].expand(-1, 1, INPUT_SIDE, INPUT_SIDE),
                        (torch.cat([share, 1 - share], 1),),
                    )
                torch.testing.assert_close(x.mean((1, 2, 3)), target[:, 0])
                torch.testing.assert_close(target.sum(1), torch.ones(16))
                self.assertFalse(torch.equal(target[:, 0], share[:, 0]))

    def test_blur_is_mostly_mild(self):
        torch.manual_seed(0)
        drawn = mostly_mild(1, MILDNESS, 10_000, device="cpu").abs()
        self.assertAlmostEqual((drawn < 1 / 8).float().mean().item(), 0.5, places=1)
        self.assertGreater(drawn.max(), 0.95)

    def test_some_images_lose_fine_detail_and_the_others_nothing(self):
        torch.manual_seed(0)
        x = torch.randint(0, 256, (400, 1, 48, 48)).float()
        with mock.patch("augment.COARSE", (0.2, 20, 40)):
            changed = [(before != after).any().item() for before, after in zip(x, coarse(x))]
        self.assertAlmostEqual(sum(changed) / len(changed), 0.2, delta=0.08)


class Training(unittest.TestCase):
    def test_a_sharpness_aware_step_looks_uphill_and_comes_back(self):
        weight = torch.nn.Parameter(torch.tensor([3.0, 4.0]))
        (0.5 * weight.square().sum()).backward()
        back = train.uphill([weight], 1)
        torch.testing.assert_close(weight.data, torch.tensor([3.6, 4.8]))
        back()
        torch.testing.assert_close(weight.data, torch.tensor([3.0, 4.0]))

    def test_a_resumed_run_is_the_run_that_was_interrupted(self):
        images = torch.randint(0, 256, (2 * train.BATCH, 1, 48, 48), dtype=torch.uint8)
        fer, votes = torch.rand(len(images), 7).softmax(1), torch.rand(len(images), 8).softmax(1)
        amp = torch.autocast("cpu", dtype=torch.bfloat16, enabled=False)

        def go(out, stop_after_each):
            out.mkdir()
            torch.manual_seed(0)
            run = train.Run(out, 2, ExpressionNet(0.5), "cpu")
            for epoch in range(2):
                torch.manual_seed(epoch)
                run.epoch(epoch, images, fer, votes, torch.arange(len(images)), amp)
                run.keep(epoch, 0.1 * epoch, best_counts=True)
                if stop_after_each:
                    run = train.Run(out, 2, ExpressionNet(0.5), "cpu")
                    self.assertEqual(run.first, epoch + 1)
            return load_net(out / "last.pt", "net").state_dict()

        folder = folder_for(self)
        whole, resumed = go(folder / "whole", False), go(folder / "resumed", True)
        for name, value in whole.items():
            torch.testing.assert_close(resumed[name], value)

    def test_a_checkpoint_without_a_width_is_one_of_the_usual_width(self):
        folder = folder_for(self)
        save({"weights": ExpressionNet().state_dict()}, folder / "old.pt")
        self.assertEqual(load_net(folder / "old.pt").width, 1)
        save({"weights": ExpressionNet(1.5).state_dict(), "width": 1.5}, folder / "wide.pt")
        self.assertGreater(load_net(folder / "wide.pt").fer.in_features, load_net(folder / "old.pt").fer.in_features)

    def test_what_holds_no_such_weights_is_refused_by_name(self):
        path = folder_for(self) / "best.pt"
        save({"weights": ExpressionNet(0.2).state_dict(), "width": 0.2}, path)
        with self.assertRaisesRegex(SystemExit, "best.pt holds .*'weights'.*, not 'net'"):
            load_net(path, "net")


class Soup(unittest.TestCase):
    def test_weights_are_averaged_and_counts_are_not(self):
        nets = [ExpressionNet(0.2).state_dict() for _ in range(2)]
        mixed = mean(nets)
        torch.testing.assert_close(mixed["fer.weight"], (nets[0]["fer.weight"] + nets[1]["fer.weight"]) / 2)
        self.assertEqual(mixed["stem.bn.num_batches_tracked"].dtype, torch.int64)
        ExpressionNet(0.2).load_state_dict(mixed)


class Settings(unittest.TestCase):
    def setUp(self):
        self.module = types.ModuleType("augment")
        self.module.CUTMIX, self.module.helper = 0.2, print

    def test_a_setting_is_overridden_for_the_run(self):
        self.assertEqual(override([self.module], ["CUTMIX=0.5"]), {"CUTMIX": 0.5})
        self.assertEqual(self.module.CUTMIX, 0.5)

    def test_what_is_no_setting_or_no_value_is_refused_by_name(self):
        for text, complaint in (("CUTMIXX=1", "CUTMIXX"), ("helper=1", "helper"), ("CUTMIX=lots", "'lots'")):
            with self.assertRaisesRegex(SystemExit, complaint):
                override([self.module], [text])


class Answers(unittest.TestCase):
    def test_the_mirror_image_is_averaged_in(self):
        def leftmost(x):
            return {"logits": x[:, 0, 0, :1]}

        x = torch.arange(4.0).reshape(1, 1, 1, 4)
        self.assertEqual(averaged(leftmost, [x])["logits"].item(), 1.5)
        self.assertEqual(averaged(leftmost, [x], mirror=False)["logits"].item(), 0)

    def test_several_teachers_answer_for_the_same_windows(self):
        def sure_of(at):
            return lambda x: {"logits": torch.eye(7)[[at] * len(x)] * 50, "votes": torch.eye(8)[[at] * len(x)] * 50}

        faces = torch.randint(0, 256, (3, 1, 48, 48), dtype=torch.uint8)
        fer, votes = shares([sure_of(0), sure_of(2)], windows(faces, FIVE), mirror=True)
        half = [0.5, 0, 0.5, 0, 0, 0, 0]
        torch.testing.assert_close(fer, torch.tensor([half] * 3))
        torch.testing.assert_close(votes, torch.tensor([[*half, 0]] * 3))

    def test_many_images_are_answered_in_order(self):
        images = torch.randint(0, 256, (300, 1, 48, 48), dtype=torch.uint8)

        def model(x):
            return {"logits": x.amax((2, 3))}

        whole = ask(model, images, mirror=False)["logits"]
        torch.testing.assert_close(whole, centre(images).amax((2, 3)))


if __name__ == "__main__":
    unittest.main()
