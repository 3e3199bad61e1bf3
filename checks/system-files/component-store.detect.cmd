rem Reads what servicing has noted, which takes seconds. With /English its words are the same everywhere.
set "HEALTH="
set "NOTED="
for /f "eol=| tokens=1-4" %%a in ('%SYS%\dism.exe /English /Online /Cleanup-Image /CheckHealth 2^>nul') do (
    if "%%a %%b %%c %%d"=="No component store corruption" set "HEALTH=intact"
    if "%%a %%b %%c"=="The component store" set "HEALTH=%%d"
)
set "EVIDENCE=DISM did not say; it needs an administrator"
if not defined HEALTH exit /b 0
rem A store that lacks no more than copies for the way back stays "repairable" for ever: RestoreHealth ends with this code.
set "EVIDENCE=DISM calls the store repairable and could not repair it (0x800f0915); only %TWIN% tells what is missing"
set "WORDS=Operation result: 0x800f0915"
if "%HEALTH%"=="is" if not defined RENEWED call :component_store_notes
if defined NOTED exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the component store is damaged"
if not "%HEALTH%"=="intact" exit /b 0
rem The log of servicing is English in every language. What it notes may have been repaired later.
set "STATUS=UNKNOWN"
set "EVIDENCE=SFC has noted damaged files, perhaps repaired since"
set "WORDS=[SR] Cannot repair member file"
if not defined RENEWED call :component_store_notes
set "WORDS=[Pnp] Corrupt file:"
if not defined RENEWED call :component_store_notes
if defined NOTED exit /b 0
set "STATUS=OK"
set "EVIDENCE=no damage is noted"
exit /b 0

:component_store_notes
type "%SystemRoot%\Logs\CBS\CBS.log" 2>nul | "%SYS%\find.exe" /i "%WORDS%" >nul 2>&1
if "%errorlevel%"=="0" set "NOTED=1"
exit /b 0
