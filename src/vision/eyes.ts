import { isDeepStrictEqual } from "node:util";
import type { Detection, Precision, VisionConfig } from "../protocol/vision.ts";
import { Cascade } from "./cascade.ts";
import { ExpressionModel } from "./expression-model.ts";
import { FaceFinder } from "./face-finder.ts";
import { FaceReader } from "./face-reader.ts";
import type { Meter } from "./meter.ts";
import { loadOpenCv, type Mat, type OpenCv } from "./opencv.ts";
import { blackOut } from "./preview/blackout.ts";
import { Schedule } from "./schedule.ts";

/** What looking takes: detector, net, the known faces and the time for the next look. */
export class Eyes {
  readonly opencv: OpenCv;
  readonly model: ExpressionModel;
  readonly schedule: Schedule;
  readonly #meter: Meter;
  readonly #finder: FaceFinder;
  readonly #reader: FaceReader;
  #config: VisionConfig;

  private constructor(options: {
    opencv: OpenCv;
    model: ExpressionModel;
    cascade: Cascade;
    config: VisionConfig;
    meter: Meter;
  }) {
    const { opencv, model, cascade, config, meter } = options;
    this.opencv = opencv;
    this.model = model;
    this.schedule = new Schedule(config.observationsPerSecond);
    this.#meter = meter;
    this.#finder = new FaceFinder({ opencv, cascade, minFaceShare: config.minFaceShare });
    this.#reader = new FaceReader({ opencv, model });
    this.#config = config;
  }

  /** Loads all of it and tries it out. @throws StartFault */
  static async load(options: {
    modelsFolder: string;
    /** Without one, the precision that the model's contract prefers. */
    precision?: Precision;
    config: VisionConfig;
    meter: Meter;
  }): Promise<Eyes> {
    const { modelsFolder, precision, config, meter } = options;
    const opencv = loadOpenCv();
    const cascade = new Cascade({ opencv, name: config.cascade });
    const model = await ExpressionModel.load(modelsFolder, precision);
    return new Eyes({ opencv, model, cascade, config, meter });
  }

  get config(): VisionConfig {
    return this.#config;
  }

  /** Holds from the next look on. @throws StartFault for a cascade that is not there */
  configure(config: VisionConfig): void {
    if (config.cascade !== this.#config.cascade)
      this.#finder.cascade = new Cascade({ opencv: this.opencv, name: config.cascade });
    this.#finder.minFaceShare = config.minFaceShare;
    this.schedule.rates = config.observationsPerSecond;
    // Whoever is covered from now on is not followed either.
    if (!isDeepStrictEqual(config.blackout, this.#config.blackout)) this.forget();
    this.#config = config;
  }

  /** What a BGR frame shows. The frame stays the caller's; what must not be read is black in it from then on. */
  async look(frame: Mat): Promise<Detection[]> {
    const beganAt = performance.now();
    blackOut(this.opencv, frame, this.#config.blackout);
    const where = this.schedule.whereAt(beganAt);
    const faces = this.#finder.look(frame, where);
    const foundAt = performance.now();
    this.schedule.looked({
      at: beganAt,
      where,
      faces: this.#finder.followed.length,
      missed: this.#finder.followed.some(({ missed }) => missed > 0),
    });

    const detections: Detection[] = [];
    for (const face of faces) detections.push(await this.#reader.read(frame, face, this.#config));
    this.#meter.examined({
      detectMs: foundAt - beganAt,
      classifyMs: faces.length > 0 ? performance.now() - foundAt : null,
    });
    return detections;
  }

  /** Another camera: whoever was known is not there. */
  forget(): void {
    this.#finder.forget();
  }
}
