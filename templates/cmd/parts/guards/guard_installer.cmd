rem Image names are not translated, and the first column of a CSV table needs no heading.
:guard_installer
for /f "tokens=1 delims=," %%p in ('%SYS%\tasklist.exe /fo csv /nh 2^>nul') do for %%n in (TiWorker SetupHost SetupPrep wusa DismHost) do (
    if /i "%%~p"=="%%n.exe" (set "GUARD_CODE=14"& set "GUARD_TEXT=an installation is under way (%%n).")
)
call :reg_key "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress"
if not errorlevel 1 set "GUARD_CODE=14"& set "GUARD_TEXT=an installation is under way (Windows Installer)."
exit /b 0
