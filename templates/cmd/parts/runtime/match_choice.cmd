:match_choice item id
if /i "%~2"=="%WANTED%" set "MATCHED=1"
exit /b 0
