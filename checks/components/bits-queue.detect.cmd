rem Batch has no way to read the queue: it knows only whether there is one, and whether it has just been renewed.
set "QUEUE=%ProgramData%\Microsoft\Network\Downloader"
set "STATUS=NOT EVALUATED"
set "EVIDENCE=only the other edition reads the queue"
if defined RENEWED set "STATUS=OK"& set "EVIDENCE=the queue is new"
if not exist "%QUEUE%\qmgr*" set "STATUS=OK"& set "EVIDENCE=no queue yet"
