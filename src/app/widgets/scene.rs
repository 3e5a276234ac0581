//! A drawing of [`crate::chart`] in the window.

use egui::accesskit::Role;
use egui::epaint::{CircleShape, PathShape, PathStroke, RectShape, TextShape};
use egui::{
    Color32, CornerRadius, FontId, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::theme;
use crate::chart::scene::{self, Anchor, Cap, FontWeight, Ink, Node, Point, Scene, Text};
use crate::palette::Palette;

/// A drawing in its own size. With a title, it is an image for screen readers.
pub fn drawing(ui: &mut Ui, scene: &Scene) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(px(scene.width), px(scene.height)), Sense::hover());
    if !scene.title.is_empty() {
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name(scene)));
    }
    if ui.is_rect_visible(rect) {
        paint(scene, ui.painter(), rect.min, 1.0, theme::palette(ui));
    }
    response
}

/// What screen readers say about a drawing.
pub(super) fn name(scene: &Scene) -> String {
    if scene.alt.is_empty() { scene.title.clone() } else { format!("{}. {}", scene.title, scene.alt) }
}

/// Paints a drawing with its corner at `origin`, `scale` times its size. Vertical and horizontal lines fall on whole pixels, since
/// the tessellator rounds them.
pub fn paint(scene: &Scene, painter: &Painter, origin: Pos2, scale: f32, palette: &Palette) {
    let mut brush = Brush { painter, scale, palette, shapes: Vec::with_capacity(256) };
    for node in &scene.nodes {
        brush.node(node, origin);
    }
    painter.extend(brush.shapes);
}

/// A length of a drawing, in egui's type.
#[expect(clippy::cast_possible_truncation, reason = "drawings are some hundred points large")]
pub(super) const fn px(length: f64) -> f32 {
    length as f32
}

/// A part of a drawing in egui's types, in the drawing's own size.
pub fn rect(rect: &scene::Rect) -> Rect {
    Rect::from_min_max(pos2(px(rect.min.x), px(rect.min.y)), pos2(px(rect.max.x), px(rect.max.y)))
}

struct Brush<'a> {
    painter: &'a Painter,
    scale: f32,
    palette: &'a Palette,
    shapes: Vec<Shape>,
}

impl Brush<'_> {
    fn node(&mut self, node: &Node, origin: Pos2) {
        match node {
            Node::Fan { center, rim, fill } => self.fan(origin, *center, rim, *fill),
            Node::Polygon { points, fill, stroke } => {
                let points = points.iter().map(|p| self.at(origin, *p)).collect();
                let stroke = PathStroke::from(self.stroke(stroke.as_ref()));
                self.shapes.push(PathShape { points, closed: true, fill: self.fill(*fill), stroke }.into());
            }
            Node::Line { points, closed, stroke } => self.line(origin, points, *closed, stroke),
            Node::Circle { center, radius, fill, stroke } => {
                let (center, mut radius) = (self.at(origin, *center), px(*radius) * self.scale);
                let (fill, mut stroke) = (self.fill(*fill), self.stroke(stroke.as_ref()));
                // Otherwise a faint ring would be visible between a fill and a line of the same colour.
                if fill == stroke.color {
                    radius += stroke.width / 2.0;
                    stroke = Stroke::NONE;
                }
                self.shapes.push(CircleShape { center, radius, fill, stroke }.into());
            }
            Node::Rect { rect, radius, fill, stroke } => {
                let rect = Rect::from_min_max(self.at(origin, rect.min), self.at(origin, rect.max));
                let corner = CornerRadius::from(px(*radius) * self.scale);
                let (fill, stroke) = (self.fill(*fill), self.stroke(stroke.as_ref()));
                self.shapes.push(RectShape::new(rect, corner, fill, stroke, StrokeKind::Middle).into());
            }
            Node::Text(text) => self.text(origin, text),
            Node::Group { at, nodes, .. } => {
                let origin = self.at(origin, *at);
                for node in nodes {
                    self.node(node, origin);
                }
            }
        }
    }

    fn at(&self, origin: Pos2, p: Point) -> Pos2 {
        pos2(origin.x + px(p.x) * self.scale, origin.y + px(p.y) * self.scale)
    }

    fn color(&self, ink: Ink) -> Color32 {
        theme::pixel(self.palette.get(ink))
    }

    fn fill(&self, fill: Option<Ink>) -> Color32 {
        fill.map_or(Color32::TRANSPARENT, |ink| self.color(ink))
    }

    fn stroke(&self, stroke: Option<&scene::Stroke>) -> Stroke {
        stroke.map_or(Stroke::NONE, |s| Stroke::new(px(s.width) * self.scale, self.color(s.ink)))
    }

    /// One mesh of triangles, since egui fills convex shapes only. A mesh has no soft edge, so a line gives it one.
    fn fan(&mut self, origin: Pos2, center: Point, rim: &[Point], fill: Ink) {
        let color = self.color(fill);
        let points: Vec<Pos2> = std::iter::once(&center).chain(rim).map(|p| self.at(origin, *p)).collect();
        let mut mesh = Mesh::default();
        mesh.reserve_vertices(points.len());
        mesh.reserve_triangles(rim.len());
        for p in &points {
            mesh.colored_vertex(*p, color);
        }
        for (i, _) in (1_u32..).zip(rim.iter().skip(1)) {
            mesh.add_triangle(0, i, i + 1);
        }
        self.shapes.push(Shape::mesh(mesh));
        self.shapes.push(Shape::closed_line(points, Stroke::new(1.0, color)));
    }

    fn line(&mut self, origin: Pos2, points: &[Point], closed: bool, look: &scene::Stroke) {
        let stroke = self.stroke(Some(look));
        let mut path: Vec<Pos2> = points.iter().map(|p| self.at(origin, *p)).collect();
        // egui's lines have cut ends; at these widths, a slightly longer line looks as if its ends were round.
        let longer = if look.cap == Cap::Round { stroke.width } else { 0.0 };
        if let Some((dash, gap)) = look.dash {
            path.extend(path.first().copied().filter(|_| closed));
            let (dash, gap) = (px(dash) * self.scale + longer, px(gap) * self.scale - longer);
            Shape::dashed_line_many(&path, stroke, dash, gap.max(1.0), &mut self.shapes);
        } else if closed {
            self.shapes.push(Shape::closed_line(path, stroke));
        } else if let [a, b] = path.as_slice() {
            let by = (*b - *a).normalized() * longer / 2.0;
            self.shapes.push(Shape::LineSegment { points: [*a - by, *b + by], stroke });
        } else {
            self.shapes.push(Shape::line(path, stroke));
        }
    }

    fn text(&mut self, origin: Pos2, text: &Text) {
        let family = match text.weight {
            FontWeight::Regular => theme::regular(),
            FontWeight::Semibold => theme::semibold(),
        };
        let color = self.color(text.ink);
        let font = FontId::new(px(text.size) * self.scale, family);
        let galley = self.painter.layout_no_wrap(text.words.clone(), font, color);
        let Some(row) = galley.rows.first() else { return };
        let base = row.pos.y + row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y);
        let before = match text.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => galley.size().x / 2.0,
            Anchor::End => galley.size().x,
        };
        let at = self.at(origin, text.at) - vec2(before, base);
        self.shapes.push(TextShape::new(at, galley, color).into());
    }
}
