import type {
  CascadeName,
  Observation,
  VisionConfig,
  VisionReport,
  VisionRequest,
} from "../protocol/vision.ts";
import { CameraWatch } from "./camera-watch.ts";
import type { Camera, Sight } from "./cameras/camera.ts";
import { chooseCamera } from "./cameras/choose-camera.ts";
import { Cascade } from "./cascade.ts";
import { ExpressionModel } from "./expression-model.ts";
import { FaceFinder } from "./face-finder.ts";
import { FaceReader } from "./face-reader.ts";
import { Meter } from "./meter.ts";
import { loadOpenCv, type OpenCv } from "./opencv.ts";
import { Schedule } from "./schedule.ts";
import { onlySmile } from "./smile.ts";

const STATS_EVERY_MS = 1_000;
const FIRST_CASCADE: CascadeName = "haarcascade_frontalface_alt2";

export interface VisionOptions {
  modelsFolder: string;
  /** Resolves when the report has been handed to the system. */
  report: (report: VisionReport) => Promise<void>;
  /** A native read hangs and the daemon has been told: end the process. */
  onHang: () => void;
}

/** Camera, faces and expressions together: takes requests, reports observations. */
export class Vision {
  readonly #options: VisionOptions;
  readonly #meter = new Meter();
  readonly #schedule = new Schedule({ withFaces: 5, withoutFaces: 1 });
  #eyes: { opencv: OpenCv; finder: FaceFinder; reader: FaceReader; watch: CameraWatch } | null = null;
  #cascadeName: CascadeName = FIRST_CASCADE;
  #config: VisionConfig | null = null;
  #cameraId = "";
  #seq = 0;
  #stats: NodeJS.Timeout | undefined;
  /** Requests are worked off one after another: closing takes until the device is closed. */
  #work: Promise<void> = Promise.resolve();

  constructor(options: VisionOptions) {
    this.#options = options;
  }

  /** Loads and checks everything that looking needs. @throws StartFault */
  async start(): Promise<void> {
    this.#stats = setInterval(() => {
      void this.#options.report({ type: "stats", stats: this.#meter.stats() });
    }, STATS_EVERY_MS);
    const opencv = loadOpenCv();
    const cascade = new Cascade({ opencv, name: FIRST_CASCADE });
    const model = await ExpressionModel.load(this.#options.modelsFolder);
    this.#eyes = {
      opencv,
      finder: new FaceFinder({ opencv, cascade, minFaceShare: 0.15 }),
      reader: new FaceReader({ opencv, model }),
      watch: new CameraWatch({
        choose: (source) => chooseCamera({ source, opencv, meter: this.#meter }),
        onStatus: (status) => this.#options.report({ type: "camera", status }),
        dueAt: () => this.#schedule.dueAt,
        onOpened: (camera) => this.#meet(camera),
        onSight: (sight, signal) => this.#see(sight, signal),
        onHang: this.#options.onHang,
      }),
    };
    const { version, preferred: precision, classes } = model.contract;
    await this.#options.report({ type: "ready", model: { version, precision, classes } });
  }

  /** Resolves when the request has been carried out. @throws StartFault for a cascade that is not there */
  handle(request: Exclude<VisionRequest, { type: "shutdown" }>): Promise<void> {
    this.#work = this.#work.then(() => this.#carryOut(request));
    return this.#work;
  }

  /** Closes the camera and falls silent. */
  async stop(): Promise<void> {
    clearInterval(this.#stats);
    await this.#eyes?.watch.close();
  }

  async #carryOut(request: Exclude<VisionRequest, { type: "shutdown" }>): Promise<void> {
    if (!this.#eyes) throw new Error(`"${request.type}" came before "ready": wait for it`);
    const { watch } = this.#eyes;
    if (request.type === "configure") {
      this.#configure(request.config);
      if (watch.source !== null && watch.source !== request.config.source) {
        await watch.close();
        watch.open(request.config.source);
      }
    } else if (request.type === "open") {
      if (!this.#config) throw new Error('"open" came before "configure": say first which camera');
      if (watch.source === null) watch.open(this.#config.source);
    } else {
      await watch.close();
      await this.#options.report({ type: "camera", status: { state: "closed" } });
    }
  }

  #configure(config: VisionConfig): void {
    if (!this.#eyes) return;
    const { opencv, finder } = this.#eyes;
    if (config.cascade !== this.#cascadeName) {
      finder.cascade = new Cascade({ opencv, name: config.cascade });
      this.#cascadeName = config.cascade;
    }
    finder.minFaceShare = config.minFaceShare;
    this.#schedule.rates = config.observationsPerSecond;
    this.#config = config;
  }

  #meet(camera: Camera): void {
    this.#cameraId = camera.name;
    this.#eyes?.finder.forget();
  }

  async #see(sight: Sight, signal: AbortSignal): Promise<void> {
    const observation = "frame" in sight ? await this.#look(sight) : this.#replay(sight.observation);
    if (!observation || signal.aborted) return;
    await this.#options.report({ type: "observation", observation });
  }

  async #look({ frame }: Extract<Sight, { frame: unknown }>): Promise<Observation | null> {
    const config = this.#config;
    if (!this.#eyes || !config) return null;
    const { finder, reader } = this.#eyes;
    const beganAt = performance.now();
    const where = this.#schedule.whereAt(beganAt);
    const faces = finder.look(frame.image, where);
    const detectedAt = performance.now();
    this.#schedule.looked({
      at: beganAt,
      where,
      faces: finder.followed.length,
      missed: finder.followed.some(({ missed }) => missed > 0),
    });

    const detections = [];
    for (const face of faces) detections.push(await reader.read(frame.image, face, config));
    const endedAt = performance.now();
    this.#meter.examined({
      detectMs: detectedAt - beganAt,
      classifyMs: faces.length > 0 ? endedAt - detectedAt : null,
    });
    return {
      cameraId: this.#cameraId,
      seq: ++this.#seq,
      capturedAt: Math.round(Date.now() - (endedAt - frame.at)),
      tookMs: Math.round((endedAt - frame.at) * 100) / 100,
      detections,
    };
  }

  #replay(recorded: Observation): Observation {
    const detections = recorded.detections.map((detection) =>
      this.#config?.sensing === "smile" && "probs" in detection.reading
        ? { ...detection, reading: { probs: onlySmile(detection.reading.probs) } }
        : detection,
    );
    return { ...recorded, cameraId: this.#cameraId, seq: ++this.#seq, capturedAt: Date.now(), detections };
  }
}
