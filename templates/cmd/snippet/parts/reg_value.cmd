set "VALUE="
for /f "tokens=2*" %v in ('%SYS%\reg.exe query "%~1" /v "%~2" 2^>nul') do set "VALUE=%w"
