rem Sets SERVICING while the process is there in which servicing works.
:servicing_works
set "SERVICING="
for /f "eol=| tokens=1 delims=," %%p in ('%SYS%\tasklist.exe /fo csv /nh 2^>nul') do if /i "%%~p"=="TiWorker.exe" set "SERVICING=1"
exit /b 0
