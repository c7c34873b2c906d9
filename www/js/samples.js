// The articles that the page opens with: written for it, about places and people that do not exist. Each holds one slip
// (a weekday that does not fit its date), so that a reader sees what the checks are for.

const INDONESIAN = `Jembatan Way Sendang Dibuka, Warga Dua Desa Tak Lagi Naik Rakit

Ratna Prameswari - Kamis, 16 Oktober 2025 09:12 WIB

Warga melintasi Jembatan Way Sendang di Kabupaten Purwasari, Rabu (15/10/2025). (Foto: Bagus Wirawan)

PURWASARI - Pemerintah Kabupaten Purwasari membuka Jembatan Way Sendang, Rabu (15/10/2025). Jembatan sepanjang 120 meter itu menghubungkan Desa Karanglo dan Desa Tegalwangi, yang sejak 1980-an hanya dihubungkan rakit bambu.

"Anak-anak kami tidak perlu lagi bertaruh nyawa untuk pergi ke sekolah," kata Kepala Desa Karanglo, Sulastri Handayani, di lokasi.

Bupati Purwasari Hendra Gunarsa mengatakan, pembangunan jembatan menelan anggaran Rp 18,6 miliar dari Anggaran Pendapatan dan Belanja Daerah (APBD). Kontraknya diteken pada Senin, 4 Maret 2025, dan pekerjaan selesai dua pekan lebih cepat dari rencana.

"Kami menargetkan jalan penghubung sepanjang 3,5 kilometer rampung pada Desember mendatang," ujarnya.

Menurut catatan Badan Pusat Statistik (BPS), 62 persen dari 4.300 penduduk kedua desa bekerja sebagai petani. Selama ini mereka menghabiskan sekitar dua jam setiap hari untuk mengangkut hasil panen ke pasar.

Baca juga: Panen Raya Tegalwangi Terhambat Jalan Rusak

Sulastri berharap harga gabah membaik mulai tahun depan. Ia menambahkan, BPS dan dinas pertanian akan mendata ulang lahan warga pekan depan.

(rat/bgs)
`;

const ENGLISH = `New Footbridge Ends Decades of Rafts at Marlow Bend

By Tessa Okafor
Published 16 October 2025, 9:12 a.m.

Pupils cross the footbridge at Marlow Bend on Wednesday, October 15, 2025. (Photo: Idris Vance)

MARLOW BEND, Oct 16 — Families in two river villages crossed to school on foot for the first time on Wednesday, as Ashdown County opened a 120-metre bridge where a hand-pulled raft had run since the 1980s.

"My daughter was late every time it rained," said Helen Adeyemi, a farmer and mother of three. "Today she was early."

Mayor Joan Castellane said the county spent $4.2 million on the crossing, about 8 percent less than planned. The contract was signed on Monday, March 4, 2025, and the work ended two weeks ahead of schedule.

The National Rivers Agency (NRA) had warned in June 2023 that the raft was unsafe. Its director, Prof. Samuel Brandt, told reporters that "the river does not wait for committees."

Castellane said a 3.5-kilometre access road would be finished next December. She expects more than 1,200 people to use the bridge every day.

Read more: Harvest Delayed by Broken Road

Adeyemi said she hoped grain prices would recover next year. The NRA will inspect the bridge next Tuesday.
`;

/** @type {Record<'id' | 'en', string>} */
export const SAMPLES = { id: INDONESIAN, en: ENGLISH };
