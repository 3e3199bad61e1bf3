rem Image names are not translated, and the first column of a CSV table needs no heading. DismHost is none: Defender opens
rem sessions of DISM by itself. Where no program is listed, not even this shell, nobody knows what is under way.
:guard_installer
set "LISTED="
for /f "eol=| tokens=1 delims=," %%p in ('%SYS%\tasklist.exe /fo csv /nh 2^>nul') do (
    if /i "%%~xp"==".exe" set "LISTED=1"
    for %%n in (SetupHost SetupPrep wusa) do if /i "%%~p"=="%%n.exe" (set "GUARD_CODE=14"& set "GUARD_TEXT=an installation is under way (%%n).")
)
if not defined LISTED set "GUARD_CODE=11"& set "GUARD_TEXT=tasklist.exe does not answer, so that no installation would be seen. Use %TWIN%."
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress"
if not errorlevel 1 set "GUARD_CODE=14"& set "GUARD_TEXT=an installation is under way (Windows Installer)."
if defined GUARD_CODE exit /b 0
rem DISM starts servicing to look at the component store; it ends by itself two minutes later, and is waited for. A
rem preview changes nothing, so it has nothing to wait for.
set "WAITED=0"
if defined WHATIF exit /b 0
:guard_servicing
call :servicing_works
if not defined SERVICING exit /b 0
if "%WAITED%"=="0" call :say "Windows servicing (TiWorker) is at work. Waiting for it, 5 minutes at most."
if %WAITED% lss 300 set /a WAITED+=5& call :wait_seconds 5& goto :guard_servicing
set "GUARD_CODE=14"
set "GUARD_TEXT=an installation is under way (TiWorker)."
exit /b 0
