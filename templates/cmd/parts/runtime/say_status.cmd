:say_status item id
set "COLUMN=%STATUS%            "
set "ROW=%COLUMN:~0,13% %~1 %~2"
if defined EVIDENCE (call :say "%%ROW%%: %%TITLE%% [%%EVIDENCE%%]") else call :say "%%ROW%%: %%TITLE%%"
exit /b 0
