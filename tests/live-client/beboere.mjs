// People who do not exist, with names and doors that no other text holds: found again in any byte, they were leaked.
const names = [
  "Ingelise Fyrvang", "Torbjørn Mellemkær", "Safiya Hassanlund", "Preben Klitvej-Holm", "Aksel Vintergæk", "Bodil Sandmose",
  "Rosa Tranegilde", "Gunnar Ellebæk", "Mahmoud Rishøj", "Karla Nymindegab", "Viggo Hestehave", "Dagny Lyngbakke", "Omar Stenløkke",
  "Esther Kirsebærgren", "Jørn Blåbjerghus", "Leyla Skovsneppe", "Harald Udsigt-Bro", "Thyra Grønfeldt", "Niels-Aage Ravnsborg",
  "Fatima Engblomme", "Svend Kobberup", "Rigmor Havtorn",
];

/** The nth invented beboer. */
export const beboer = (n) => ({
  name: names[n % names.length],
  address: `Tjørnekrattet ${101 + n}, ${n % 4}. th`,
  phone: `51 7${String(n % 10)} ${String(30 + n)} ${String(61 + n)}`,
});

/** What gives a beboer away. */
export const tellTales = ({ name, address, phone }) => [name, name.split(" ").at(-1), address, address.split(",")[0], phone, phone.replaceAll(" ", "")];
