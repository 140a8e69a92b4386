// The languages the page speaks: their names, their words, and the saved questions in those that are not the files' own.

import * as en from "./strings/en.js";
import * as zh from "./strings/zh.js";

export const LANGUAGES = {en: "English", zh: "简体中文"};
export const strings = {en: en.words, zh: zh.words};
export const questions = {zh: zh.questions};
