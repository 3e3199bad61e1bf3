rem reg query prints name, type and data in that order; with /v no translated word stands among them. Quotation marks are
rem taken out, since every use stands between two of them.
:reg_value key name
set "VALUE="
set "VALUE_TYPE="
for /f "eol=| tokens=1,2*" %%a in ('%SYS%\reg.exe query "%~1" /v "%~2" 2^>nul') do (
    if /i "%%a"=="%~2" set "VALUE_TYPE=%%b"
    if /i "%%a"=="%~2" set "VALUE=%%c"
)
if not defined VALUE exit /b 0
set "VALUE=%VALUE:"=%"
exit /b 0
