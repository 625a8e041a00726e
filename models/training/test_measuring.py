"""What the figures rest on: metrics, calibration, the bias, disturbances, the count of readings, and reports."""

import json
import tempfile
import unittest
from pathlib import Path

import torch

import adjust
import disturb
from calibrate import fit_min_confidence, fit_temperature
from data import CLASSES
from evaluate import one_view_and_both, parity, private_reads
from metrics import abstention, expected_calibration_error, measure, recalls, reliability, right
from net import INPUT_SIDE
from places import read_json, write_json


def faces(count=20):
    """Smooth images, as faces are: noise would not survive a bilinear crop."""
    torch.manual_seed(0)
    coarse = torch.rand(count, 1, 6, 6) * 255
    return torch.nn.functional.interpolate(coarse, size=(48, 48), mode="bicubic").clamp(0, 255).to(torch.uint8)


class Metrics(unittest.TestCase):
    def test_faces_without_a_label_do_not_count(self):
        self.assertEqual(right(torch.eye(7)[[0, 1, 2]], torch.tensor([0, -1, 3])), 0.5)

    def test_recall_is_per_true_class(self):
        recall = recalls(torch.tensor([0, 0, 1, 1]), torch.tensor([0, 0, 0, 1]), 3)
        torch.testing.assert_close(recall, torch.tensor([2 / 3, 1, 0]))

    def test_a_model_as_sure_as_it_is_right_has_no_calibration_error(self):
        probs = torch.tensor([[0.75, 0.25]] * 4)
        bins = reliability(probs, torch.tensor([0, 0, 0, 1]))
        self.assertEqual(bins, [{"share": 1, "confidence": 0.75, "accuracy": 0.75}])
        self.assertEqual(expected_calibration_error(bins), 0)
        self.assertEqual(expected_calibration_error(reliability(probs, torch.tensor([1, 1, 1, 1]))), 0.75)

    def test_abstention_reads_the_surest_first(self):
        probs = torch.tensor([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3], [0.6, 0.4]])
        rows = abstention(probs, torch.tensor([0, 0, 1, 1]))
        self.assertEqual([rows[0]["share"], rows[0]["accuracy"]], [1, 0.5])
        half = next(row for row in rows if row["share"] == 0.5)
        self.assertEqual([half["accuracy"], half["confidence"]], [1, 0.8])

    def test_a_split_is_measured_with_classes_by_name(self):
        labels = torch.arange(7)
        measured = measure(torch.eye(7)[[0, 1, 2, 3, 4, 5, 5]], labels, CLASSES, 0.5)
        self.assertEqual([measured["recall"]["surprise"], measured["recall"]["neutral"]], [1, 0])
        self.assertEqual([measured["precision"]["surprise"], measured["lowestRecall"]], [0.5, 0])
        self.assertEqual(measured["confusion"][6], [0, 0, 0, 0, 0, 1, 0])


class Calibration(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.logits = torch.randn(4000, 7) * 2
        self.labels = torch.multinomial((self.logits / 1.5).softmax(1), 1)[:, 0]

    def test_the_temperature_that_made_the_labels_is_found(self):
        self.assertAlmostEqual(fit_temperature(self.logits, self.labels), 1.5, delta=0.1)

    def test_what_passes_the_least_confidence_is_right_as_often_as_wanted(self):
        probs = (self.logits / 1.5).softmax(1)
        kept = probs.amax(1) >= fit_min_confidence(probs, self.labels)
        self.assertGreaterEqual(right(probs[kept], self.labels[kept]), 0.74)
        self.assertLess(right(probs, self.labels), 0.7)


class Bias(unittest.TestCase):
    def setUp(self):
        """A model that is shy of class 2."""
        torch.manual_seed(0)
        self.labels = torch.arange(7).repeat(200)
        self.logits = torch.randn(1400, 7) + 2 * torch.eye(7)[self.labels]
        self.logits[:, 2] -= 0.6
        self.label_share = torch.eye(7)[self.labels]

    def test_the_weakest_class_gains_within_the_accuracy_allowed(self):
        before = adjust.judged(self.logits, self.labels, torch.zeros(7))
        chosen, _ = adjust.best(self.logits, self.labels, self.label_share)
        after = adjust.judged(self.logits, self.labels, torch.tensor(chosen["bias"]))
        self.assertEqual(before["weakest"], "fear")
        self.assertGreater(after["lowestRecall"], before["lowestRecall"] + 0.1)
        self.assertGreaterEqual(after["accuracy"], before["accuracy"] - adjust.MAX_LOSS)

    def test_priors_help_a_rare_class(self):
        rare = torch.cat([torch.eye(7)[torch.arange(7).repeat(100)], torch.eye(7)[[1] * 10000]])
        last = adjust.priors_path(rare)[-1]
        self.assertEqual(last.argmin().item(), 1)

    def test_the_most_accurate_point_that_reaches_the_target_is_chosen(self):
        points = [
            {"accuracy": 0.7, "lowestRecall": 0.4},
            {"accuracy": 0.699, "lowestRecall": adjust.TARGET},
            {"accuracy": 0.697, "lowestRecall": adjust.TARGET + 0.1},
            {"accuracy": 0.5, "lowestRecall": 0.9},
        ]
        self.assertEqual(adjust.choose(points, 0.7), points[1])
        self.assertEqual(adjust.choose([points[0], points[3]], 0.7), points[0])


class Disturbances(unittest.TestCase):
    def setUp(self):
        self.images = faces()
        self.own = self.images[:, :, 2:46, 2:46]

    def test_none_of_any_is_the_nets_own_crop_to_the_pixel(self):
        for undisturbed in (
            disturb.crop(self.images),
            disturb.jitter(self.images, 0, seed=0),
            disturb.roll(self.images, 0),
            disturb.brightness(self.images, 1),
            disturb.resolution(self.images, 48),
            disturb.blur(self.images, 0),
        ):
            self.assertTrue(torch.equal(undisturbed, self.own))

    def test_a_quarter_turn_is_a_quarter_turn(self):
        turned = disturb.roll(self.images, 90).float()
        quarter = [torch.rot90(self.own.float(), k, (2, 3)) for k in (1, -1)]
        self.assertLess(min((turned - q).abs().max() for q in quarter), 2)

    def test_a_shifted_box_shows_the_pixels_beside_it_and_repeats_the_border(self):
        shift = torch.tensor([[2 / INPUT_SIDE, 0.0]]).expand(len(self.images), 2)
        moved = disturb.crop(self.images, shift=shift)
        self.assertTrue(torch.equal(moved, self.images[:, :, 2:46, 4:48]))
        further = disturb.crop(self.images, shift=5 * shift)
        self.assertTrue(torch.equal(further[..., -8:], self.images[:, :, 2:46, 47:].expand(-1, -1, -1, 8)))

    def test_jitter_differs_from_face_to_face_and_not_from_call_to_call(self):
        once, again = (disturb.jitter(self.images, 0.1, seed=3) for _ in range(2))
        self.assertTrue(torch.equal(once, again))
        same = self.images[:1].expand(4, -1, -1, -1)
        self.assertEqual(len(disturb.jitter(same, 0.1, seed=3).flatten(1).unique(dim=0)), 4)

    def test_brightness_clips_at_white(self):
        bright = disturb.brightness(self.images, 4)
        self.assertEqual(bright.max(), 255)
        self.assertTrue(
            torch.equal(disturb.brightness(self.images, 0.5), (self.own.float() / 2).round().to(torch.uint8))
        )

    def test_a_coarse_or_blurred_face_has_less_detail(self):
        def detail(x):
            return x.float().diff(dim=3).abs().mean()

        for worse in (disturb.resolution(self.images, 8), disturb.blur(self.images, 3)):
            self.assertLess(detail(worse), 0.8 * detail(self.own))


class Reports(unittest.TestCase):
    def test_one_view_and_both_agree_with_the_model(self):
        def model(x):
            return {"logits": x.flatten(1)[:, :7]}

        images = faces()
        plain, both = one_view_and_both(model, images)
        flipped, _ = one_view_and_both(model, images.flip(3))
        torch.testing.assert_close(both["logits"], (plain["logits"] + flipped["logits"]) / 2)

    def test_every_reading_of_the_private_test_stays_noted(self):
        noted = [{"model": "abc", "accuracy": 0.7}]
        self.assertEqual(private_reads({"privateReads": noted}), noted)
        self.assertEqual(private_reads({}), [])
        self.assertEqual(len(private_reads({"int8": {"private": {"accuracy": 0.67}}})), 1)

    def test_parity_spreads_its_faces_over_the_split(self):
        logits = torch.arange(3589.0)[:, None].expand(-1, 7)
        answers = {kind: {"public": (None, {"logits": logits})} for kind in ("fp32", "int8")}
        written = parity(None, torch.arange(28709, 28709 + 3589), answers)
        self.assertEqual([len(written["faces"]), len(written["int8"]), len(written["fp32"])], [300, 300, 300])
        self.assertEqual(written["int8"][-1][0], written["faces"][-1] - 28709)
        self.assertGreater(written["faces"][-1], 28709 + 3200)

    def test_reports_read_back_as_written_with_a_row_to_a_line(self):
        value = {"rows": [[1, 2], [3, 4]], "text": "a [b, c] d", "points": [{"x": 1}], "none": []}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "deep/report.json")
            write_json(path, value)
            self.assertEqual(json.loads(path.read_text()), value)
            self.assertIn("[1, 2]", path.read_text())
            with self.assertRaisesRegex(SystemExit, "other.json is not there"):
                read_json(Path(folder, "other.json"))


if __name__ == "__main__":
    unittest.main()
