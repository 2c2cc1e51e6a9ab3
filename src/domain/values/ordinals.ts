/** Stems of the Russian ordinals with their values: from first to twentieth, then by tens to a hundredth. */
export const ORDINALS: readonly (readonly [stem: string, value: number])[] =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот'
    .split(' ')
    .map((stem, at) => [stem, at < 20 ? at + 1 : (at - 17) * 10]);
