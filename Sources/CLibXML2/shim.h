#pragma once
// Debian's libxml2 is built with ICU and shows ICU's types in encoding.h, where they clash with those of Foundation.
// Only the tail of a struct that nobody here looks into depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/tree.h>
#include <libxml/c14n.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlsave.h>
