/** A lower triangle L, by rows. */
export type Triangle = readonly Float64Array[];

/** L with L·Lᵀ = the symmetric, positive definite matrix, of which the lower half is read. */
export function factorise(matrix: readonly Float64Array[]): Triangle {
  const rows: Float64Array[] = [];
  for (const [i, given] of matrix.entries()) {
    const row = new Float64Array(i + 1);
    for (let j = 0; j <= i; j += 1) {
      const other = j === i ? row : (rows[j] ?? row);
      const rest = (given[j] ?? 0) - product(row, other, j);
      row[j] = j === i ? Math.sqrt(rest) : rest / (other[j] ?? 1);
    }
    rows.push(row);
  }
  return rows;
}

/** x with L·Lᵀ·x = right. */
export function solve(triangle: Triangle, right: Float64Array): Float64Array {
  const x = right.slice();
  for (const [i, row] of triangle.entries()) x[i] = ((x[i] ?? 0) - product(row, x, i)) / (row[i] ?? 1);
  for (const [i, row] of [...triangle.entries()].reverse()) {
    const solved = (x[i] ?? 0) / (row[i] ?? 1);
    x[i] = solved;
    for (let j = 0; j < i; j += 1) x[j] = (x[j] ?? 0) - solved * (row[j] ?? 0);
  }
  return x;
}

/** Of (L·Lᵀ)⁻¹ = L⁻ᵀ·L⁻¹: the squares of each column of L⁻¹, added up. */
export function diagonalOfInverse(triangle: Triangle): Float64Array {
  const diagonal = new Float64Array(triangle.length);
  const inverse: Float64Array[] = [];
  for (const [i, row] of triangle.entries()) {
    const next = new Float64Array(i + 1);
    for (const [k, above] of inverse.entries()) {
      const weight = row[k] ?? 0;
      for (let j = 0; j <= k; j += 1) next[j] = (next[j] ?? 0) - weight * (above[j] ?? 0);
    }
    next[i] = 1;
    for (let j = 0; j <= i; j += 1) {
      next[j] = (next[j] ?? 0) / (row[i] ?? 1);
      diagonal[j] = (diagonal[j] ?? 0) + (next[j] ?? 0) ** 2;
    }
    inverse.push(next);
  }
  return diagonal;
}

function product(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
