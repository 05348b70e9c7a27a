// An empty source: something has to be compiled with precompiled.h for it to be compiled.
