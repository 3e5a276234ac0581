//! What the start shows of the worked example: the radar of its newest audit.

use std::rc::Rc;
use std::sync::Arc;

use super::{Memo, Models};
use crate::app::current::Current;
use crate::app::examples;
use crate::chart::{Radar, RadarStyle, Scene, legend, radar};
use crate::figures::{ChartData, ShownSeries};
use crate::scoring::{Confidence, score};
use crate::storage::format;

/// What is shown of an example.
const SHOWN: ShownSeries = ShownSeries { me: true, role: true, earlier: false };

/// The radar of the worked example, and what its lines are.
#[derive(Debug)]
pub struct ExamplePicture {
    /// The radar.
    pub radar: Radar,
    /// Its legend, as wide as the radar.
    pub legend: Scene,
}

/// The kept values of the start.
#[derive(Debug)]
pub struct HomeModels {
    /// `None` where the example could not be read, which a test rules out.
    example: Memo<(), Option<Current>>,
    picture: Memo<(Confidence, RadarStyle), Option<ExamplePicture>>,
}

impl Default for HomeModels {
    fn default() -> Self {
        Self { example: Memo::of(1), picture: Memo::of(1) }
    }
}

impl Models {
    /// The radar of the worked example in this style.
    pub fn example_picture(&self, style: RadarStyle) -> Rc<Option<ExamplePicture>> {
        self.home.picture.get((self.confidence, style), |_| {
            let example = self.home.example.get((), |()| self.example());
            self.picture_of((*example).as_ref()?, style)
        })
    }

    /// The newest audit of the worked example.
    fn example(&self) -> Option<Current> {
        let profile = Arc::new(format::open(examples::LEAD).ok()?.profile);
        Some(Current::new(&self.current.as_ref()?.instruments, Some(&profile), None))
    }

    fn picture_of(&self, example: &Current, style: RadarStyle) -> Option<ExamplePicture> {
        let (instrument, audit, words) = (&*example.instrument, example.audit.as_ref()?, &self.chart_words());
        let scores = &score(instrument, audit, self.confidence);
        let data = ChartData { instrument, audit, scores, earlier: None, evidence: &[], words };
        let input = data.radar(SHOWN);
        let legend = legend::legend(&data.legend(&input.series), style.width);
        Some(ExamplePicture { radar: radar(&input, &style), legend })
    }
}
