rem Reads what servicing has noted, which takes seconds. With /English its words are the same everywhere.
set "HEALTH="
set "NOTED="
for /f "tokens=1-4" %%a in ('%SYS%\dism.exe /English /Online /Cleanup-Image /CheckHealth 2^>nul') do (
    if "%%a %%b %%c %%d"=="No component store corruption" set "HEALTH=intact"
    if "%%a %%b %%c"=="The component store" set "HEALTH=damaged"
)
set "EVIDENCE=DISM did not say; it needs an administrator"
if not defined HEALTH exit /b 0
set "STATUS=PROBLEM"
set "EVIDENCE=the component store is damaged, 0x80073712"
if "%HEALTH%"=="damaged" exit /b 0
rem The log of servicing is English in every language. What it notes may have been repaired later.
set "STATUS=UNKNOWN"
set "EVIDENCE=SFC has noted damaged files, perhaps repaired since"
if not defined RENEWED if exist "%SystemRoot%\Logs\CBS\CBS.log" call :component_store_files
if defined NOTED exit /b 0
set "STATUS=OK"
set "EVIDENCE=no damage is noted"
exit /b 0

:component_store_files
type "%SystemRoot%\Logs\CBS\CBS.log" 2>nul | "%SYS%\find.exe" "[SR] Cannot repair member file" >nul 2>&1
if "%errorlevel%"=="0" set "NOTED=1"
exit /b 0
