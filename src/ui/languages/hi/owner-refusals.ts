import type { OwnerRefusalWords } from "../../words/owner-refusal-words.ts";

export const words: OwnerRefusalWords = {
  "set-up-already": "Mien पहले से तैयार है।",
  "setup-code": "दूसरी मशीन से तैयारी का कोड चाहिए: वह Mien के लॉग में और उसकी स्क्रीन पर है।",
  "setup-runs": "कोई और इसे अभी तैयार कर रहा है।",
  "time-zone": "{zone} नाम का कोई समय क्षेत्र नहीं है: वह Asia/Kolkata जैसा होता है।",
  "admin-passphrase": "एडमिन को पासफ़्रेज़ चाहिए।",
  "admin-passphrase-too": "एडमिन को पासफ़्रेज़ चाहिए: भूमिका के साथ वह भी दें।",
  "admins-make-admins": "एडमिन सिर्फ़ एडमिन ही बना सकते हैं।",
  "card-number": "यह किसी कार्ड का नंबर नहीं है।",
  "no-card": "ऐसा कोई कार्ड नहीं है।",
  "screen-code": "यह Mien की स्क्रीन का कोड नहीं है।",
  "no-device": "{id} नाम की कोई डिवाइस नहीं है: उसे लगाएँ और फिर देखें।",
  "device-refused": "सिस्टम Mien को {name} पढ़ने नहीं देता: Mien के फ़ोल्डर में sudo scripts/card-reader {id} चलाएँ।",
  "device-unreadable": "{name} पढ़ा नहीं जा सकता: निकालकर फिर लगाएँ।",
  "enough-readers": "Mien {count} रीडर याद रखता है: जो अब काम न आए उसे भूलने दें।",
  "no-reader": "ऐसा रीडर किसी ने नहीं सिखाया।",
  "no-picture": "कैमरा अभी तस्वीर नहीं दे रहा। वजह “एक नज़र में” पेज पर है।",
  "no-setting": "{name} नाम की कोई सेटिंग नहीं है।",
  "setting-choice": "{name} के लिए सिर्फ़ ये हैं: {choices}।",
  "no-service": "यहाँ Mien अपने आप फिर शुरू नहीं होता: उसे बंद करें, और जैसे शुरू किया था वैसे शुरू करें।",
  "no-day": "ऐसी कोई तारीख़ नहीं है: तारीख़ 2026-11-30 जैसी लिखी जाती है।",
  "days-backwards": "आख़िरी दिन ({to}) पहले दिन ({from}) से पहले है।",
  "sending-others": "दूसरी भेजी जा रही हैं: थोड़ी देर में फिर माँगें।",
  "restore-by-hand": "यहाँ Mien को कुछ भी अपने आप फिर से शुरू नहीं करता: बैकअप को scripts/restore से लौटाएँ।",
  "restore-runs": "एक बैकअप अभी डेटाबेस की जगह ले रहा है: Mien के फिर शुरू होने तक रुकें।",
  "restore-unnamed": "कौन सा बैकअप लौटाना है, यह नोट पढ़ा नहीं जा सका: फिर से चुनें।",
  "restore-late": "यह बहुत पहले माँगा गया था, या तब से घड़ी बदली गई: इसे फिर से लौटाएँ।",
  "restore-cut-off": "बैकअप के जगह लेते समय Mien बंद हो गया: उसे फिर से लौटाएँ।",
  "backup-unfit": "{backup} डेटाबेस की जगह नहीं ले सकता: {why}। दूसरा चुनें।",
  "no-backup": "यह बैकअप अब नहीं है: जो हैं उनमें से चुनें।",
  "no-drive": "{path} न पेन ड्राइव है, न उसका फ़ोल्डर।",
  "not-uploaded": "Mien आपके अपने संगीत फ़ोल्डरों से कुछ नहीं मिटाता।",
  "upload-stays": "डिस्क फ़ाइल को मिटाने नहीं देती ({why}): देखें कि वह लगी है और उस पर लिखा जा सकता है।",
  "copies-another": "दूसरी पेन ड्राइव कॉपी हो रही है: रुकें, या उसे रोकें।",
  "copies-nothing": "कुछ भी कॉपी नहीं हो रहा।",
  "model-missing": "फ़ाइल models/{file} नहीं है: Mien फिर से इंस्टॉल करें, या क्लोन में git checkout models से वापस लाएँ।",
  "model-damaged":
    "फ़ाइल models/{file} ख़राब है या दूसरे संस्करण की है: Mien फिर से इंस्टॉल करें, या क्लोन में git checkout models से वापस लाएँ।",
  "model-unreadable":
    "फ़ाइल models/{file} पढ़ी नहीं जा सकती ({why}): Mien फिर से इंस्टॉल करें, या क्लोन में git checkout models से वापस लाएँ।",
  "model-says-nothing":
    "फ़ाइल models/README.md में “{heading}” नहीं है: Mien फिर से इंस्टॉल करें, या क्लोन में git checkout models से वापस लाएँ।",
  "database-held": "{file} किसी दूसरे प्रोग्राम के पास है ({why})। उसे बंद करें, या उसके ख़त्म होने तक रुकें।",
  "database-damaged":
    "{file} ख़राब है या SQLite डेटाबेस नहीं है ({why})। बैकअप से वापस लाएँ, या फ़ाइल हटा दें: तब Mien नई बनाता है और संगीत फिर पढ़ता है।",
  "database-unreadable":
    "{file} पढ़ी या लिखी नहीं जा सकती ({why}, {errno})। देखें कि उसकी डिस्क ठीक हो, लिखने के लिए खुली हो, और उसका फ़ोल्डर Mien के यूज़र का हो।",
  "store-unstartable": "डेटाबेस {file} शुरू नहीं होता ({part}: {why})। scripts/start चलाएँ।",
  "search-damaged": "{file} में खोज की सूची ख़राब है ({why}) और फिर बनाई जा रही है।",
  "backup-unread":
    "{folder} में जो लिखा गया वह फिर पढ़ा नहीं जा सकता ({why})। बैकअप के लिए दूसरी पेन ड्राइव या डिस्क लें।",
  "backup-unwritable": "बैकअप {folder} में नहीं लिखे जा सकते ({why})। देखें कि Mien का यूज़र वहाँ लिख सकता हो।",
  "backup-no-room": "{folder} में बैकअप की जगह नहीं है। जगह बनाएँ, या backupFolder सेटिंग में दूसरा फ़ोल्डर चुनें।",
  "backup-folder":
    "बैकअप का फ़ोल्डर {folder} नहीं मिल रहा। उसकी पेन ड्राइव या डिस्क लगाएँ, या backupFolder सेटिंग में दूसरा चुनें।",
  "work-ended": "{file} पर काम समय से पहले रुक गया ({work}): {why}",
};
