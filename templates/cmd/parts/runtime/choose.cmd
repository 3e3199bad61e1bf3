:choose id default
set "CHOICE=%~2"
if defined CHOSEN set "CHOICE=0"
for %%c in (%CHOSEN%) do if /i "%%c"=="%~1" set "CHOICE=1"
for %%c in (%SKIPPED%) do if /i "%%c"=="%~1" set "CHOICE=0"
if "%CHOICE%"=="1" exit /b 0
exit /b 1
