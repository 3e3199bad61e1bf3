rem The last line of a listing holds two bare numbers in every language: folders, then free bytes. Without separators
rem (/-c) they are words of digits. Megabytes here are millions of bytes, since set /a ends at 32 bits.
:free_megabytes folder
set "FREE_MEGABYTES="
set "LAST_LINE="
for /f "eol=| delims=" %%a in ('dir /-c /ad "%~1\" 2^>nul') do if not "%%a"=="" set "LAST_LINE=%%a"
if not defined LAST_LINE exit /b 1
set "NUMBERS=0"
set "FREE_BYTES="
for /f "eol=| tokens=1-8" %%a in ("%LAST_LINE%") do (
    for %%n in ("%%a" "%%b" "%%c" "%%d" "%%e" "%%f" "%%g" "%%h") do call :free_megabytes_word %%n
)
if not "%NUMBERS%"=="2" exit /b 1
set "FREE_MEGABYTES=%FREE_BYTES:~0,-6%"
if not defined FREE_MEGABYTES set "FREE_MEGABYTES=0"
set "PART=%FREE_MEGABYTES:~0,9%"
if not "%PART%"=="%FREE_MEGABYTES%" set "FREE_MEGABYTES=999999999"
exit /b 0
:free_megabytes_word word
if "%~1"=="" exit /b 0
for /f "eol=0 delims=0123456789" %%x in ("%~1") do if not "%%x"=="" exit /b 0
set /a NUMBERS+=1
set "FREE_BYTES=%~1"
exit /b 0
