//! An empty window, opened and drawn like Evenkeel's: the floor that `make bench` measures against.
//!
//! `EVENKEEL_BENCH=first-frame` prints `first frame: X ms` to stderr once the first frame is on screen, and ends.
//! `EVENKEEL_BENCH=frames` prints `frame` to stderr each time a frame is drawn.

use std::time::Instant;

#[cfg(target_os = "linux")]
const RENDERER: eframe::Renderer = eframe::Renderer::Glow;
#[cfg(not(target_os = "linux"))]
const RENDERER: eframe::Renderer = eframe::Renderer::Wgpu;

fn main() -> eframe::Result {
    let started = Instant::now();
    let bench = std::env::var("EVENKEEL_BENCH").unwrap_or_default();
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        renderer: RENDERER,
        ..Default::default()
    };
    eframe::run_native("bare_window", options, Box::new(move |_| Ok(Box::new(BareWindow { started, bench }))))
}

struct BareWindow {
    started: Instant,
    bench: String,
}

impl eframe::App for BareWindow {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        match self.bench.as_str() {
            // The first frame is on screen when the second one begins.
            "first-frame" if ui.cumulative_frame_nr() == 0 => ui.request_repaint(),
            "first-frame" if ui.cumulative_frame_nr() == 1 => {
                eprintln!("first frame: {:.1} ms", self.started.elapsed().as_secs_f64() * 1e3);
                ui.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            "frames" => eprintln!("frame"),
            _ => {}
        }
        egui::CentralPanel::default().show(ui, |_| {});
    }
}
