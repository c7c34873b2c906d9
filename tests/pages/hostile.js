// Texts that pages get wrong.

export const HOSTILE = {
  'emoji and joiners': 'Presiden 👩‍👩‍👧 tiba di Jakarta 🇮🇩 pada 21 November 2024.\n\n"Ya," kata Budi Santoso. 😀',
  'Windows line ends': 'Judul\r\n\r\nJAKARTA - Rapat digelar Kamis (21/11/2024).\r\nBaris kedua.\r\n',
  'right to left': 'قال محمد علي إن الاجتماع في جاكرتا.\n\nKetua Budi Santoso (بودي) hadir di Jakarta.',
  'combining marks': 'E\u0301cole Normale di Paris pada Mei 2024. Ze\u0301na hadir.',
  markup: '<script>alert(1)</script> <img src=x onerror=alert(1)> & <b>Joko Widodo</b> di Jakarta',
  'spaces and tabs': '  dua  spasi\t\ttab \u00a0 tak putus\n\n\n\n   \nakhir   ',
  'bidi controls': 'Nama \u202eitnaS\u202c Budi di Medan \u2066x\u2069.',
  'lone surrogates': 'awal \ud800 tengah \udc00 akhir Jakarta 21 November 2024',
  'one long word': 'x'.repeat(100_000),
};
