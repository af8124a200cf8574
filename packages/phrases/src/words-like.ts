type Singulars<T> = {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

/**
 * The shape an English dictionary must have to match its Chinese one: every key, and for every counted phrase
 * (`things_other`) also the singular (`things_one`), which Chinese does not have. A missing key does not compile.
 */
export type WordsLike<T> = {
  [K in keyof T]: T[K] extends string ? string : WordsLike<T[K]>;
} & Singulars<T>;
