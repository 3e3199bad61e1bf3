set "IS="
for /f "tokens=3" %v in ('%SYS%\reg.exe query "%~1" /v "%~2" 2^>nul') do if /i "%v"=="%~3" set "IS=1"
