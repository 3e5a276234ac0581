//! The screens: what is on them, what pressing it does, and pictures of them to look at.

mod access;
mod answers;
mod audit;
mod commands;
mod current;
mod dialogs;
mod focus;
mod guide;
mod history;
mod home;
mod language;
mod my_role;
mod order;
mod own_files;
mod pace;
mod plan;
mod print;
mod printing;
mod result;
mod room;
mod settings;
mod still;
mod tracks;
mod trial;
mod under_way;
mod walk;
