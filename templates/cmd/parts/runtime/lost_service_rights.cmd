rem Which of the rights to query (LC) and to start (RP) a service the list in SECURITY keeps from SYSTEM (SY) and from
rem administrators (BA). JUDGED stays empty for a list with denials, conditions or rights written as a number.
:lost_service_rights
set "JUDGED="
for %%v in (LOST ODD SY_LC SY_RP BA_LC BA_RP) do set "%%v="
if not defined SECURITY exit /b 0
set "ENTRIES="
for /f "eol=| tokens=2 delims=:" %%d in ("%SECURITY%") do set "ENTRIES=%%d"
if not defined ENTRIES exit /b 0
rem Without any entry it keeps nobody out (NO_ACCESS_CONTROL), or everybody.
set "PART=%ENTRIES:(=%"
if "%PART%"=="%ENTRIES%" exit /b 0
rem Empty fields get a dash, since for /f passes over two separators in a row.
set "ENTRIES=%ENTRIES:;;=;-;%"
set "ENTRIES=%ENTRIES:;;=;-;%"
set "ENTRIES=%ENTRIES:;=/%"
set "ENTRIES=%ENTRIES:(= %"
set "ENTRIES=%ENTRIES:)= %"
rem Conditions hold && and the like, which would be read there.
set "TEXT=%ENTRIES%"
call :bare_text
if errorlevel 1 exit /b 0
for %%e in (%ENTRIES%) do call :lost_service_rights_entry "%%e"
if defined ODD exit /b 0
set "JUDGED=1"
for %%v in (SY_LC SY_RP BA_LC BA_RP) do if not defined %%v call :lost_service_rights_note %%v
exit /b 0
:lost_service_rights_entry entry
set "WHO="
for /f "eol=| tokens=1,3,6 delims=/" %%a in ("%~1") do (
    set "KIND=%%a"
    set "RIGHTS=%%b"
    set "WHO=%%c"
)
set "GROUP="
for %%w in (SY BA AU WD) do if "%%w"=="%WHO%" set "GROUP=1"
if not defined GROUP exit /b 0
if not "%KIND%"=="A" set "ODD=1"
set "PART=%RIGHTS:~0,2%"
if "%PART%"=="0x" set "ODD=1"
set "HAS_LC="
set "HAS_RP="
rem Rights are pairs of letters, none of which ends as one of these begins.
for %%r in (LC GR GA FA KA) do call :lost_service_rights_has %%r HAS_LC
for %%r in (RP GX GA FA KA) do call :lost_service_rights_has %%r HAS_RP
if defined HAS_LC set "SY_LC=1"
if defined HAS_RP set "SY_RP=1"
if "%WHO%"=="SY" exit /b 0
if defined HAS_LC set "BA_LC=1"
if defined HAS_RP set "BA_RP=1"
exit /b 0
:lost_service_rights_has right variable
call set "WITHOUT=%%RIGHTS:%~1=%%"
if not "%WITHOUT%"=="%RIGHTS%" set "%~2=1"
exit /b 0
:lost_service_rights_note name
set "LOST=%LOST% %~1"
exit /b 0
