// libxml2 settings that Swift cannot reach: variadic callbacks and per-thread defaults.
#pragma once

// Silences libxml2's generic and structured error output for the calling thread and every later thread,
// and switches catalogues off. Its messages quote document content, which may be patient data.
void sluss_xml_silence(void);
