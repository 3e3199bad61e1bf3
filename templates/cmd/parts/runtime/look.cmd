rem One detection. A body that comes to no verdict leaves UNKNOWN behind.
:look label
set "STATUS=UNKNOWN"
set "EVIDENCE="
call :check_%~1 test
exit /b 0
