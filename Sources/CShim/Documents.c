#include "DocumentsShim.h"
#include <libxml/catalog.h>
#include <libxml/globals.h>
#include <libxml/xmlerror.h>

static void silent_generic(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static void silent_structured(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

void sluss_xml_silence(void) {
    xmlThrDefSetGenericErrorFunc(NULL, silent_generic);
    xmlThrDefSetStructuredErrorFunc(NULL, silent_structured);
    xmlSetGenericErrorFunc(NULL, silent_generic);
    xmlSetStructuredErrorFunc(NULL, silent_structured);
    xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
}
