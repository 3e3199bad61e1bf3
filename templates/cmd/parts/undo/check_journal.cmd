rem What JOURNAL says: JOURNAL_PLAN_1 to JOURNAL_PLAN_<PLANS> in the order of the lines, JOURNAL_MARK_<number> as the last
rem mark of an entry, and OPEN, how many entries are not undone. Whatever this script would not have written itself is
rem refused as a whole, in FAULT. A last line without its end was being written when the PC stopped, and counts for
rem nothing: a question mark is printed behind the file, which then stands behind half a line or on its own.
:check_journal
for /f "eol== delims==" %%v in ('set JOURNAL_ 2^>nul') do set "%%v="
for %%v in (FAULT TAIL) do set "%%v="
for %%v in (BODY LINES PLANS OPEN) do set "%%v=0"
if not exist "%JOURNAL%" goto :check_journal_gone
set "TORN=1"
for /f "eol=| delims=" %%l in ('type "%JOURNAL%"^& echo ?') do (
    set "LINE=%%l"
    call :check_journal_text
)
if defined FAULT exit /b 1
rem That loop passes over lines that begin with a bar, this one over the first line alone.
for /f "eol=0 delims=" %%l in ('type "%JOURNAL%"^& echo ?') do (
    set "LINE=%%l"
    call :count_body
)
set /a BODY+=1
if not "%LINES%"=="0" if not "%BODY%"=="%LINES%" set "FAULT=it has a line that no run writes"
if defined FAULT exit /b 1
for /l %%n in (1,1,%PLANS%) do call :count_open %%n
exit /b 0
:check_journal_gone
rem The first note follows the first line of the journal, so that one without the other was lost.
if exist "%STATE%\runs\%RUN%\notes.txt" set "FAULT=it is not there any more"
if defined FAULT exit /b 1
exit /b 0
:check_journal_text
if defined FAULT exit /b 0
set "FAULT=a line holds characters that only %TWIN% reads"
if defined TAIL exit /b 0
set "FAULT="
set "LINE=%LINE:"=?%"
set "PART=%LINE:~-1%"
if "%LINE%"=="?" set "TORN="
if "%PART%"=="?" set "TAIL=1"& exit /b 0
set /a LINES+=1
set "FAULT=line %LINES% holds characters that only %TWIN% reads"
for /f "eol=| delims=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\:._(){}$,;=+@#~[]/&'-| " %%x in ("%LINE%") do if not "%%x"=="" exit /b 0
set "FAULT=line %LINES% is not complete"
if "%PART%"=="|" exit /b 0
set "PART=%LINE:||=%"
if not "%PART%"=="%LINE%" exit /b 0
set "FAULT="
set "JOURNAL_LINE_%LINES%=%LINE%"
for /f "eol=| tokens=1-6* delims=|" %%a in ("%LINE%") do call :check_journal_line "%%a" "%%b" "%%c" "%%d" "%%e" "%%f" "%%g"
exit /b 0
:count_body
set "PART=%LINE:"=?%"
set "PART=%PART:~-1%"
if not "%PART%"=="?" set /a BODY+=1
exit /b 0
