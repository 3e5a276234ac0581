//! The screens: what is on them, what pressing it does, and pictures of them to look at.

mod guide;
mod home;
mod result;
mod settings;
