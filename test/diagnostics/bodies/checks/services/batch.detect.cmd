if "%~2"=="" set "STATUS=OK"
