/** Work in pieces, as compiling is. */
export { doAll, type Pieces } from "../problem/pieces.ts";
