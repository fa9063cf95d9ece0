--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alert_states; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alert_states (
    location text NOT NULL,
    scenario text NOT NULL,
    state text NOT NULL
);


--
-- Name: component_times; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.component_times (
    run bigint NOT NULL,
    scenario text NOT NULL,
    step text NOT NULL,
    component text NOT NULL,
    started_at bigint NOT NULL,
    ms double precision NOT NULL
);


--
-- Name: deliveries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.deliveries (
    location text NOT NULL,
    notifier text NOT NULL,
    worker text NOT NULL
);


--
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outbox (
    id bigint NOT NULL,
    location text NOT NULL,
    notifier text NOT NULL,
    message_key text NOT NULL,
    alert text NOT NULL,
    created_at bigint NOT NULL,
    given_up_at bigint
);


--
-- Name: outbox_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: records; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.records (
    run bigint NOT NULL,
    body bytea NOT NULL
);


--
-- Name: runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.runs (
    id bigint NOT NULL,
    run_id text NOT NULL,
    scenario text NOT NULL,
    location text NOT NULL,
    scheduled_at bigint,
    started_at bigint NOT NULL,
    duration_ms double precision NOT NULL,
    status text,
    is_bad integer NOT NULL,
    bytes bigint NOT NULL,
    worker text NOT NULL
);


--
-- Name: runs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: schemaversions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schemaversions (
    schemaversionsid integer NOT NULL,
    scriptname character varying(255) NOT NULL,
    applied timestamp without time zone NOT NULL
);


--
-- Name: schemaversions_schemaversionsid_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.schemaversions_schemaversionsid_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: schemaversions_schemaversionsid_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.schemaversions_schemaversionsid_seq OWNED BY public.schemaversions.schemaversionsid;


--
-- Name: workers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workers (
    id text NOT NULL,
    location text NOT NULL,
    seen_at bigint NOT NULL
);


--
-- Name: schemaversions schemaversionsid; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schemaversions ALTER COLUMN schemaversionsid SET DEFAULT nextval('public.schemaversions_schemaversionsid_seq'::regclass);


--
-- Data for Name: alert_states; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alert_states VALUES ('local', 'gone', '{"conditions":[{"key":"monitor","recent":[],"recovered":0,"latest":{"state":"firing","fingerprint":"25c3a60b48986f88","group":null,"severity":"warning","scenario":"gone","location":"local","step":null,"metric":"monitor","limit":null,"actual":null,"culprit":null,"runId":"01a21cef-17b5-7138-b840-d4a758cccdf8","startsAt":"2026-11-27T12:16:00.9498476+00:00","endsAt":null,"repeated":0,"message":"gone: the monitor broke: the browser failed outside of any step: The operation has timed out."},"latestAt":"2026-11-27T12:16:22.9699878+00:00"},{"key":"status","recent":[],"recovered":0,"latest":{"state":"firing","fingerprint":"92fd3e4de9ea1c37","group":null,"severity":"critical","scenario":"gone","location":"local","step":"goto /","metric":"status","limit":null,"actual":null,"culprit":null,"runId":"01a21cee-2d4b-74f8-8e16-5fa1c1c61963","startsAt":"2026-11-27T12:15:00.9397163+00:00","endsAt":null,"repeated":1,"message":"gone / goto / failed: net::ERR_UNSAFE_PORT at /"},"latestAt":"2026-11-27T12:16:13.3333327+00:00"}]}');
INSERT INTO public.alert_states VALUES ('local', 'place-order', '{"conditions":[{"key":"monitor","recent":[],"recovered":0,"latest":{"state":"firing","fingerprint":"32a1307243f8db52","group":null,"severity":"warning","scenario":"place-order","location":"local","step":null,"metric":"monitor","limit":null,"actual":null,"culprit":null,"runId":"01a21cee-f801-7382-b1b9-1d977df22965","startsAt":"2026-11-27T12:15:52.8339262+00:00","endsAt":null,"repeated":0,"message":"place-order: the monitor broke: Playwright''s driver could not be started: The operation has timed out. The folder .playwright must lie next to the program, be readable, and its node executable by this user (chmod -R a+rX .playwright)."},"latestAt":"2026-11-27T12:15:57.5101467+00:00"},{"key":"server.db\nPlace order","recent":[],"recovered":0,"latest":{"state":"firing","fingerprint":"03bf9beabd1ed77c","group":"backend:db@127.0.0.1:39021","severity":"critical","scenario":"place-order","location":"local","step":"Place order","metric":"server.db","limit":1,"actual":77.8,"culprit":{"kind":"backend","component":"db","requestId":6,"ms":77.8,"share":0.44,"confidence":"inferred","evidence":["POST /api/orders waited 156.9 ms for its first byte; its server reports db 77.8 ms, auth 54 ms, app 6.2 ms"]},"runId":"01a21cee-0e67-72a9-a108-c95c3b41ef8c","startsAt":"2026-11-27T12:14:53.0313231+00:00","endsAt":null,"repeated":0,"message":"place-order / Place order: server.db 78 ms over 1 ms; db took 78 ms of it"},"latestAt":"2026-11-27T12:15:08.0198194+00:00"}]}');


--
-- Data for Name: component_times; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'inp', 1795781693031, 8);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'response', 1795781693031, 98.8);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'input-delay', 1795781693031, 4.7);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'script', 1795781693031, 4);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'queue', 1795781693031, 1.5);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'server.db', 1795781693031, 24);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'server.app', 1795781693031, 0.8);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'network', 1795781693031, 23.5);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'download', 1795781693031, 2.1);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'unattributed', 1795781693031, 33.5);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Add to cart', 'render', 1795781693031, 4.7);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'inp', 1795781693031, 16);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'response', 1795781693031, 175.1);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'input-delay', 1795781693031, 2.8);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'script', 1795781693031, 2.8);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'queue', 1795781693031, 3.1);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'server.db', 1795781693031, 77.8);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'server.auth', 1795781693031, 54);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'server.app', 1795781693031, 6.2);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'network', 1795781693031, 18.9);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'download', 1795781693031, 2.2);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'unattributed', 1795781693031, 3.3);
INSERT INTO public.component_times VALUES (1, 'place-order', 'Place order', 'render', 1795781693031, 4);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'inp', 1795781710730, 8);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'response', 1795781710730, 35.4);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'input-delay', 1795781710730, 5.1);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'script', 1795781710730, 3.8);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'unattributed', 1795781710730, 12.8);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'queue', 1795781710730, 1.5);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'server.db', 1795781710730, 0.7);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'server.app', 1795781710730, 0.3);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'network', 1795781710730, 6.8);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'download', 1795781710730, 2.4);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Add to cart', 'render', 1795781710730, 2);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'inp', 1795781710730, 16);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'response', 1795781710730, 53.8);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'input-delay', 1795781710730, 2.6);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'script', 1795781710730, 2.4);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'unattributed', 1795781710730, 9.2);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'queue', 1795781710730, 3.4);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'server.db', 1795781710730, 21.5);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'server.app', 1795781710730, 6.6);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'server.auth', 1795781710730, 0.3);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'network', 1795781710730, 2.3);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'download', 1795781710730, 2.2);
INSERT INTO public.component_times VALUES (7, 'place-order', 'Place order', 'render', 1795781710730, 3.3);


--
-- Data for Name: deliveries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.deliveries VALUES ('local', 'ops', 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.deliveries VALUES ('local', 'chat', 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (2, 'local', 'chat', '92fd3e4de9ea1c37-01a21cee-2d4b-74f8-8e16-5fa1c1c61963-firing-0', '{"state":"firing","fingerprint":"92fd3e4de9ea1c37","group":null,"severity":"critical","scenario":"gone","location":"local","step":"goto /","metric":"status","limit":null,"actual":null,"culprit":null,"runId":"01a21cee-2d4b-74f8-8e16-5fa1c1c61963","startsAt":"2026-11-27T12:15:00.9397163+00:00","endsAt":null,"repeated":0,"message":"gone / goto / failed: net::ERR_UNSAFE_PORT at /"}', 1795778106271, 1795781742505);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (1, 'local', 'ops', '92fd3e4de9ea1c37-01a21cee-2d4b-74f8-8e16-5fa1c1c61963-firing-0', '{"state":"firing","fingerprint":"92fd3e4de9ea1c37","group":null,"severity":"critical","scenario":"gone","location":"local","step":"goto /","metric":"status","limit":null,"actual":null,"culprit":null,"runId":"01a21cee-2d4b-74f8-8e16-5fa1c1c61963","startsAt":"2026-11-27T12:15:00.9397163+00:00","endsAt":null,"repeated":0,"message":"gone / goto / failed: net::ERR_UNSAFE_PORT at /"}', 1795778106271, 1795781742427);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (3, 'local', 'ops', '03bf9beabd1ed77c-01a21cee-0e67-72a9-a108-c95c3b41ef8c-firing-0', '{"state":"firing","fingerprint":"03bf9beabd1ed77c","group":"backend:db@127.0.0.1:39021","severity":"critical","scenario":"place-order","location":"local","step":"Place order","metric":"server.db","limit":1,"actual":77.8,"culprit":{"kind":"backend","component":"db","requestId":6,"ms":77.8,"share":0.44,"confidence":"inferred","evidence":["POST /api/orders waited 156.9 ms for its first byte; its server reports db 77.8 ms, auth 54 ms, app 6.2 ms"]},"runId":"01a21cee-0e67-72a9-a108-c95c3b41ef8c","startsAt":"2026-11-27T12:14:53.0313231+00:00","endsAt":null,"repeated":0,"message":"place-order / Place order: server.db 78 ms over 1 ms; db took 78 ms of it"}', 1795778108019, 1795781742835);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (4, 'local', 'ops', '32a1307243f8db52-01a21cee-f801-7382-b1b9-1d977df22965-firing-0', '{"state":"firing","fingerprint":"32a1307243f8db52","group":null,"severity":"warning","scenario":"place-order","location":"local","step":null,"metric":"monitor","limit":null,"actual":null,"culprit":null,"runId":"01a21cee-f801-7382-b1b9-1d977df22965","startsAt":"2026-11-27T12:15:52.8339262+00:00","endsAt":null,"repeated":0,"message":"place-order: the monitor broke: Playwright''s driver could not be started: The operation has timed out. The folder .playwright must lie next to the program, be readable, and its node executable by this user (chmod -R a+rX .playwright)."}', 1795781757510, NULL);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (5, 'local', 'ops', '92fd3e4de9ea1c37-01a21cee-2d4b-74f8-8e16-5fa1c1c61963-firing-1', '{"state":"firing","fingerprint":"92fd3e4de9ea1c37","group":null,"severity":"critical","scenario":"gone","location":"local","step":"goto /","metric":"status","limit":null,"actual":null,"culprit":null,"runId":"01a21cee-2d4b-74f8-8e16-5fa1c1c61963","startsAt":"2026-11-27T12:15:00.9397163+00:00","endsAt":null,"repeated":1,"message":"gone / goto / failed: net::ERR_UNSAFE_PORT at / (still, for 1 min)"}', 1795781773333, NULL);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (6, 'local', 'chat', '92fd3e4de9ea1c37-01a21cee-2d4b-74f8-8e16-5fa1c1c61963-firing-1', '{"state":"firing","fingerprint":"92fd3e4de9ea1c37","group":null,"severity":"critical","scenario":"gone","location":"local","step":"goto /","metric":"status","limit":null,"actual":null,"culprit":null,"runId":"01a21cee-2d4b-74f8-8e16-5fa1c1c61963","startsAt":"2026-11-27T12:15:00.9397163+00:00","endsAt":null,"repeated":1,"message":"gone / goto / failed: net::ERR_UNSAFE_PORT at / (still, for 1 min)"}', 1795781773333, NULL);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (7, 'local', 'ops', '25c3a60b48986f88-01a21cef-17b5-7138-b840-d4a758cccdf8-firing-0', '{"state":"firing","fingerprint":"25c3a60b48986f88","group":null,"severity":"warning","scenario":"gone","location":"local","step":null,"metric":"monitor","limit":null,"actual":null,"culprit":null,"runId":"01a21cef-17b5-7138-b840-d4a758cccdf8","startsAt":"2026-11-27T12:16:00.9498476+00:00","endsAt":null,"repeated":0,"message":"gone: the monitor broke: the browser failed outside of any step: The operation has timed out."}', 1795781782969, NULL);
INSERT INTO public.outbox OVERRIDING SYSTEM VALUE VALUES (8, 'local', 'chat', '25c3a60b48986f88-01a21cef-17b5-7138-b840-d4a758cccdf8-firing-0', '{"state":"firing","fingerprint":"25c3a60b48986f88","group":null,"severity":"warning","scenario":"gone","location":"local","step":null,"metric":"monitor","limit":null,"actual":null,"culprit":null,"runId":"01a21cef-17b5-7138-b840-d4a758cccdf8","startsAt":"2026-11-27T12:16:00.9498476+00:00","endsAt":null,"repeated":0,"message":"gone: the monitor broke: the browser failed outside of any step: The operation has timed out."}', 1795781782969, NULL);


--
-- Data for Name: records; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.records VALUES (2, '\x0bcf000080aaaaaaeaff74e76ba87aa89a5bb845c82d8e71885bdc1cfc20ae2a6eae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7277ab8cbc620f4ffa277d1140e6d94770f8336ca4f04c1799e7c10b1d3cc8b5de2d5d9aff9f368a384d91f4fe2e21c60d083146ea982b0670e626b8bd260906b604db580906be00c036d695da5a9510b7789230b0c5855b65d41deac5647fc561026379dacf7765afefc447ea68fcfc3322d6fce91737ab87253e96f277134d654cb6f0739738e2e1d1d842df52e1106374e7934019591b3c1ceab74d0f9d287c9dec711ae23aea2800ba13ea4f12aa027624b0f29efe9aad72eed21115094ae6963257c840f722f83bdd57a33ce849ba61b07eda0f3e535');
INSERT INTO public.records VALUES (5, '\x0bcf000080aaaaaaeaff74e76ba845a89a2fe626b738c6216e7173f083b8aa98b902a8a91aa88a3a408083dbf2beb5318e717761186018ce71180698e0601bccf1238bdf5f68fe211b83d0feb33e44a3ffac3d7f3918d49e7f0208d6f1e8bcc870f06e1aa6f1701c783e9c8779f6f6b25ce663b89c60d0bc64aeb180b027f632941aa4c22015cf1a4b062115cf09065ae3ba4a55a3e61f127a1218b0aa6cbb829c59ad8ef0ad208c763c0fce0de3f4e7467227b2c7cf699c3eac256bf570e5aad2df4e42afacb1e4df06b2e61c5dda1b085b6c4d020c168ea95701e59e92c1ceab34d0f5d687c9dec611ee3daca2800bbe3ca5f22aa017428d4fc9efe92af726f529015094a67163257c840fb26f83bd96b21867c255e3c25e1be87a7b0f');
INSERT INTO public.records VALUES (4, '\x8b5f050080aaaaaaeaff740d906ba999ab9a9b9bb9eb2d2bc1332101b68008af53824382baaa9899829ba958888a7a6494835b3969bbf9b658cbf00c5a344939793232323232b2c9f360edc9ca4ae40b2561d00637a61d7fb42c056cffcf1db29f707160217f249950a2afb9a48d01055cd2b70016b4718df1885513da4bd5b7c3bedaa3e9aadde08c37be33876e0b0ab2c7e43812581829212898c93b8994c0c24cdecda040388e233258c87ec2506604054e049755c01a7527ae4b8f089f042c34bae92a63aaa63f99c69a9dd5ba3e98f61fadadd6e7228b63f9fe95d5f6d09b6ebb674ea1f0ad68fdc860b766dfd68d8a830329192c0c2ece18404d681646b077c8822b240543e869030aae31950525b95b1ca3f131a060c19cdd886021a1587b7c79f9f3dfcfd74f5f8e7f9e7fbd9c9e9c3cedc6b9c23358f013d382153213dbcd0672e7def1129cb80d3c14ac6ec40cf6f7f972505ca738ba434c01ff82d50a925b0e838e74a74bedbc444a80ba509451425ddab669f5aede29884990b7bbf510e3ac80f1ad601604f51d62006b7283251305b0f0f5788224a61393c86a371bd3f4b5ae756dec2141b43145894e880b81ae3e924982afb8b1ad8d82b782052198bb7aabc0534ae80543ad15880c9729fc7213e83dcde4028847994357b70a648a1c9e1dcb07d8c1cd191564e41bf2292e318d900b3bb4bc52615f3168224952b0f01060eaea013cce0a664ae317760b96020767058b8be93431ba0018b30bb71814fafbbc03e552c28855637356e0e9862c043677081c6f98f2a2d2e5529400b0c12c71718288cb4bcc79ca95f8334c34804d659e15389638381f7daaf01603a6a361df81388e311d57f2537168f5875dbf37bd369d2e31cb85e93d3b8cf2596b381dcbf264765dadebbdeef7b5d17b508029548c35785ad619af84513e16635e2965fc4ac4814b5aeb95253f13f18036bb811fa0d33c302d71215ab2575773fe4a4f0642e59b699ed75a01fe5d91264635f682483179de10585ce55202f9b28097603105c3dffc0dd336b5a93eb2d7786d1328105ac10a17f4dd74c65da888bdcc2e5d41010d4346e330576d674ec4bba1cb672a49eec8ecf21509646a0fbdeb21c9984bb277e8476e10fa0e1bfbc02d63888c5e5e8d8d1e95636744ab15bc135f91bf59ca80e22768d140b642f59de85ad69525b68231b8058efd69f78db0482f3750bf4d778796418b5dca03f26bfc1fefc77ca1f001cc5baff411db1490ff9dc95fcdc1c8aa37efbebfc8c38e883c7a9e752d24bb1bbd2331e6f6c3d84aacd9f188599e5d4cbba63d6fdd52ce531c3e9b4aa6417e3237fb70fa50027ae9a0db7675538db7657933de8d2be2bb013ef6ea74920a6d7a7fbd9da44a46915954ae326db3ab7b953d65d3367d47c74d997dfa8b1189f932b9c567642c38bf36905c070705adf90c6417e1d019a3f07adc6f4e8d36b58188f6fe1643ce4d0fd94f2efd9f38bdc3efc1db6c8648a78ff53dc6d60ebbff8362b6a6ee848681ebee7bb5f5f118');
INSERT INTO public.records VALUES (1, '\x8b801d0080aaaaaaeaff7435903ef4a1d5355474374ba843565676410264756757c62dcb0fea6ae26eda61a66aa5aae69991016ee2c4f0e4b45f4afb6dbfa35cb21c414143c3c0c040db495a4a031f3e1c1c8083e3f0b7d998a9c39eb721f504f34f7f831617da024cd05e735fa8a7c8eb919f1018d4237f9a6102814162243a09b2eee464184f01853fc5d14475d148571f81418b94434d0526d8d710e954ea4c1518ac25869e4a8609d612c30a0c7a4db71bd5adf1b3b8d07cac040c42efb4ed1d26645de7bf627edf610229a43d219ea47b4639a19e8ce44eba7f093109b13da61e6aa7f10f2c15170a955438e7fca3f9a8a1a792ff683021a2715cb185f077eb47830966bad530d30c0cae21ad472598f2b1ae0cf670a306d3b73738ea0a132cbdefd3d3134ac705171c27350a894fc020877bbaed433cd4435d10a5f7eb65572cade496c135ee1f3093de33587f5f7e14d70693e04238e1ac348641caa3c9d1fec4d4a986483f7ef8a11cb9c3241934aa77aacf694bf94620951c363a0ba60b30d856a423ed19ccd4624dfb7c1cc2045ffff7397582079b72cebd74f910cf9ab4e4a39d7623c3e3bce1a7e96b396adc0dcc9b38a274da1b1d7490f24c3f60120c281a66b7d2cbf0246ac8110cbe8628c0c8fbb287d6384fad88262b91fbd35ff32607670695fe3ea8f52f286f9066d5a169a3be14bdc5f4fbc7676092fa4ada3e4b2176c132f5147aa93089f04a467aedf2c2215ac73583bf0f3ae81b6cfc82592c39531c4326648b8ea41773f99ed712e62998790697d7ae44f8a934a364d09754e72fa1f65798ae616dc4e14f06678332d06671fe6b5a8718fb95f0e05a2a0c98d926dbd30eda52761e5b036667e73ed3cb9af2cb9810d9edd230984676bbd6dcfe54f13aa3d4ac47c36c53260d657731d2617b56630a45709496f0bc75f639ea7632d59e6bffe7dea3d1b05bfe152bb86b8fb1e6264d2d281c3f266a55353906cac1e2ac57ed0f326cbfa6996e4f5ba458326ff71b8382389abef2e5b4dd8604d53db7c8bd2b1bdb43d93b7e42d4cc33e43c9479aea4913fada3792ec6f6c71f9d19ac25dffe5dc3e67be0dfdeac107a5a1fbdb0c11eff3b149e8f0c2e6b892f29dffc154cf858943c53fd00476b6588ca66cd018335dada62a7ac715423c862ae44bbe16ee40caaf562b89560c4cbf5d66213b1169761823e1c5d4b8d347f0eafe5f0b181a3b01fcdff9209a78de95e5ea806596c88c5e27cc482ec08d90fa6a1fe3807391c6c21e5e7a5529849a4fdb35f478fc62efbe44c83c5501e0c0fff854640cc571683ce37d9824bc57facf1ad996ee2982861bea7d88d284c8dd686ed7cf07e9e875e8618aa6b8185907d2a714dd14f0f624e9b62b69b912518b14a9434878eecac77c7f0d71d36909571b400063dd41b213d2cfe11e6f9d4cb69f3c11ac238cde94eb99f3ac609bc7ed9617ad315ca9e019803c7cb02b75280160e52de8ffe1bade1557b610a3e60b1d712a9b5a4ddc1a4c262be576a943b48231ecb063b4f1bad2993e4a9bca43c3b08f0827e9a57844100a3683e26981eb2e25e12d0f151af9ba14200abb46c3b9ba987b42a2cbe0b795ea9b6a15c87bed0c05b2a43c9030faeebd51b829b3dccee30b058e7f158f79a3a580d470f0695da5e72236e9d7cf4dc409761159bcb8f9d224b820187a8c4d4127b0243cfff28fe88c857a4a4ec3121a5c7cdb693097f4eef91d2264ad8285909b2e028d3cb8ab6981b1a2488bc49570430b16493ae9a77bf601a3272a31610ccccbec70c4557728368a63a0a3301cf75a9998466323badd9b6974cd9850f5d906a12ee90f694b0efb05a6069d879e7cb2c53ff5eaa4b19a265b932c3834b45f16309ea3534bbf1932034b3281b92eb5d0f8e1c7aafe972f47b0659dbfa6416b913af606a731a65f05d186e611f7a29435b4aed6e11f3b694ef43caa64bdf5f6af9dea8feb30d947b4dd4ee53a40e21c63c83ad2e3e6afac05b65cd9dd5e2db3df405a66fe6cce0422dcdce077d63e6c17aa6ca979a414297fce5bf5f2f3b5f29614f4f7ef5a4febb0f85a62bf5b8d07c25fa235ac53e5294a8b9ed5428d2f5a82748b2e1092209c54286201a2fbfecb8d4e24034174b5746da716b2d52736741d44c8bf75251f27845eedc5a3bfde9aa2361b2454e7646069fed1c46ef9b6ce7d99735441a9220a797865153e60009917176257e77366500eb61f4a14ef6a5f2f1dbc228bbf86e68109736c651434f864e1c955b57139a58f4365a225e1c2d32f2b13d2a2444db31ab16d817491b36d4ab3724337b461fc0a4f31e79e4c6e4b02b9a6674c69ad1e55bc5ee5f154e5fc324c1df6f6292487e259c9a3471308f4c08eb715311e7e37db488e361ae262999113e980a53cca798fae15066b63d2a5e8ca76654be7d6277b63d90b973e021a450968fbec4b2c14c88bb9b2d97ed0b19b565d259ae5ceadbbb8749deb4e182a3e5c359f0e496e99bc21ce7aeccf323487a64d4935f14e6323a141298ed72fbd42867b63d3046ccd925c417caa7c6281b6606e7bd9ad3c6e5593e1383b684d42cb2e03a3914a66b9a29df6b308794af546b9c27a77bcfc9bf41b0840f4fe110e299ff741bbe87d4691ed0583e0e5b1baea50ea9b7e19a6aeb430883bdfb4631841c0e95f6527b1be6cb4005a6616b6cd00de4c1e8dfe170df07cbe5b035383f62f75d3e44ca513249bbeea615c1511fe4e695a540278d2a5dd98fdea22e6248ec99c56e3644ef8c5604ef1b26dbd98d8bddcf6276243331953fbe6ded128645c9435c28beb86652fb2a31c4c5e2c19a93051797256ac2f862af653e626fd00bb38db6525f57b8123de1e92c17d1ee66fe0ed420aea133e9e598c151828627b24d9463be11ac1be61bf59a22f0099ccb377e2e2aadd3ae2a68b1445ed376cd8321aaa07c84f5e8a130282f49e44162582977aa39792ca737986bba530627e4e5b205c5c4c38c5a4f5b00c36034e75bcabd539ec423b0239772bd49862583507bba86482bd9d9a4aebe798352d32de58f7b89cb1f8cc0a11b8df3684763944edf4011f2114cf061a9654bc7666df4bde05e38cf51786040794ed77762cbf7954842c31d81bff1269b7f2f055d92a348d623f5e42fa5a4a8c8a5e901734dc1d2bbca0fe55acb7628b075348522ad4444a6faa70ccfae5cb0b83f5893c4d03b484e39ba22444e72d4521adf9574499466893a0f8996584ec1ac926ad82ea5d7833e9d240fe25f02e484f0b92831e21d103596997d5842bed188c13c680a75a66cf6063db417ce8173775c4d93141f7f945bb0ad49bc0f8693a5f5d7d53d51416e1ffcfafabbd075e257517eb404a215ada0edb771ac68638c196203c7b236a680454d5eb1e2981b030a50314c9c77c530c9c5d70c33d7aeb7f88ee426d81b7494cfcefe1e391e9b360e312de780c67bfa9996a8b83b8d41898bd41a18f4b26bcb29264297e1528e3e5dd650aea1a95caf8d044de5844a561d88f548af2d5aa19c0906a1bda84f28a8472904582e8f5e528eb5b37c13e2ea19cc110f75e5b0ac34a74ab17ffd7acb3e66ef90058314039cea980f8995d5279f8b6030fb5ccacbb1f77c68b0ec7f4c0b2b24a9c6247fb4f255a699cc8f87c35e436e57aa5fd34f2290caa5ccaf1fce29bccb929c77b75f93f1c3e853c47deb3596bda33d1c325498226cdf0f17137a9757cdb01798a47660505f51603216ac216ea8d4bb121910129df3f739f13ed4fd6673c91ff6db5a6713410355369557627c262e80fdb1689e57ba1f05f9c84a3ed51bb5ee75483fd7bad37495b6a4eb5281af58f9daffa33c67992beed4663dbeface3881dc9feef9e73db8f8b3dd9996def7a96a7fafd26986cca629bb568d967a7bee7dd5e9900daa623e8d4a9e0d2ade52adb63629f969e3debf5be1f9e6bca2f055754b052d851cb501d15f1be58e8ed21baa29c5b8ac53e38386d42193cd65d5a8a3f759fa115f6254fd58054fda2f29a9a892bbf47f048f029518fefd92170e8d698d7bd95eac087c3513898d6e8e2f6fb1aca1ae294b2f230a460b31df90ca0fcab22cbdccc653d5296c9b49af904135e42eebba02e65df4b00146a7282edd15a3e8c2c99e6a6725a9688926e0a3ea1492b296a8cd5411d54dac7488b223d58b15f6f448e2acdec8a04d249923e88ed4a9f71124c51403627e43dbc01bc9786e2147dc99ba637f032d081d66a926a9a0a2d254fc57c164e9653e8daa4e114cd413dbd15a489f2a6a9a029aa88dd879870491554d0063906aa7910453c085aace910486702d11fc713b19ec35948e24a2bd3498a4e08e699d4643817cdc41819976ee988fd2912ca53aaef2416ca3351ae143b28d9192aca5cc08524549df58a2ba2b1f949246164287e976b71551a2420ce29554986be79e24b653b0d50a5e420307fdb547080cbfebdb0beb8ae6c51803a9205c4a3746ebb0244ba929442a6f6f8525f2c8ae8125e9fd02072251f6da31c5370c2d2559392322ac53c2fde628b9c3557a166b838f4ce33054c454f8cc8c29514d89e10b885b116ef1fb07f9f5aad70f3adc9ecb066111d7d05a8a2752c2ae24547a1c3131b81ef929c0896bc4b9b454980926de4d8406e6ed413df5bb9c06fdd44f71324c23e4a437c2fcb8ce1af8c9a865d61f8a7654dd3a1d626dfc59f4412aa7e35853c4a145418efe0244a9272e60fe06471d1c64f65d102af42fcf84de8682f6be1b62858f17b82d20b4127323915145d457da688cf45ea130265941a38ecad9504f286d47e4ab2be796d1138a2b676d480250516529849c917a64099742a6d4118bbb3173884a2ef1cddb2f118ca1a3439b977c8d60e2a3c94632cd3bc90cd3580ba0b7dd847995359970574720f55761277feb8ac2ec67b4b6c138b2ee91d98ca16c14c40d37e699262a41c4679bdb05119358bdabf1884c3bc6c155e87eaa779f7170025e0be78d1c2493501947965e95bee88dc2482bad0924757784d2eb89ec1dc9699c56965e817ceaca277baface4a67b0f7ca86326a679884a4052d4df2e9f973c67fe1555fefde28c859f1d02cd5a221019de665969a53581a6ee8e407b3d22d0f4bd2350d7328aa027ceac95a37c881618d770e5eb71d411a7a9c20e2a71f2974a9a86ed99ff0fea3e8c54a5f477f0a1e44eb95f8f35174506668195ac95bdbd89231d602dad478e631d827ad760133c2676d85226aa47c8169cc91ad7f3512e783631fc7a3dd510e31ee365b90efa285f23123fc060f9f3df37226debcbf16691b47403a896e305982563fe6d84aa5979b933ca3dacc7e268fea472b084f94f8a94fba71b30d40bb069ea56598e32fe92ce5f688ece7f3c89d9b7d9b7d793b3563eeed32b2633ed6bb9422e5ff98f58c7a0c8f6b112fb827f8a2484ab383a65d26324d0c26c1237173e1cf533b6d031f52cb84d90423bc45227e4e8e41e68bcf684dc4ad58168d28a6ab2d1dc1953ea9235b2d5fc5e41f523272e77cfe7cbbbf9a8bfe4c660ef821ffc97bfaaa143f90bd8101f49c630c6750b2e945ec614418d11a0f49823d7a4d21622f63ce616d1d9d01c3b5b8ea57ca4f3e9b1276fb9773d1f726afeb7958d4109bdf01fc3be1c8d83fe3b4e26d79deec124a1bd51de6e7595fd4ac977c1ffbc458dbc8be0d63bf55b93e0ce996dc9f607bbd01526abb8352e99a21ac4d31731726b36d87e7ac3f6d4fa52d63bbea7ad940c7118ab9acea78f0f30f83f504abfd400f5b3d09e05774f702ee348f37f6e433aa4f64cca73e39eeb507df6c97bee2d2e474fd12b5de6bf4cf48efe9217160af27a67af71dedad98b12d6394374d4b808ae4cbb3969cf9dc5c137e64672149a9dea969aae4b6db80fca53c7779c78c441fbce1c2178f468456babd22de89e396b6bda2dfe37a5e95b155a31ced04a2e4de4414f8e0c22c46ee5d9483a7afb5c84dd963c1391b1fc48240d5d791cc2e39591f224248d8e4f417844a5384b541ece8ff3e331');
INSERT INTO public.records VALUES (7, '\x0b641c0080aaaaaaeaff7475903ef4a1d53554743155b5823a64656517244055777665deb2fca0ae2aeea61d66aa96aa6a9e191510be34b1de2727de509ae47239caa591fda0e040434343c399b193506ab870e18705b0b01c5edb873a39fe45b1a0dd7ffa2bf4b8d0166086fe52c6422347de8ef284c0a01de563821904068991e86c940b678b28cf2198db390a7735825009ef81418f5442cb1566d8d710e95c5ba2060cd61ac3c8b5c00c6b8d610506a3e5fb9ddad5f8595c281d2b018330066dfb8019d954ffaf48ef06cc20859cce886769bfa09cd1cc28b895f65f42cc425c8f79843668fd630b25a4336e4fff9374b430722d7f7498512be48a9d837fb771749821d1bd85440918dc425e8f463097635d19ece14e1de6afaf70b4156658c6d8e7a72794960b2e38ceca0b894fc0a08447be5f23ba34423b10d318b7eba5b212dc33b8c57d4066940cd6df971fc5b5c32cb81056d8491ac32097d51da79f9807b510d1c70fdfd7a30c9825834eed41ed4bde72b9232853091bd182f90a0cb613bb03cf20518f2deffb7108337cfedfef7910bcb12d7d1e758847d2ae9013dcc9f076b9ef66fe5c8f162f83b226ad9806ed1d0d39c825d10f980503844e8b7b1df5f42468180584d12e892fb17eda43ef8c974a409344c769bfd13b0e2e0c1a7d3ba88f114caf9093dec8bcd158aad262feedc3176072fa9de1f62c85e02ed679e4306a83598057b632da90160e2c770cbe1d74d0086850c322d65228ae100a4043caab54bf97b586b4052bc10d83ebcb5021fc541a2f198c25b7f429b4f102f32dac9d187c43a00dce3f2661feb7400317fe8277171ab505ca6b4a78da415feace63efc01e59dfe6f9b4e6f2bca64bdc0e2d997dc913b77053b03aa4663c2a561337c0593d1969119ed5780421343c6f9b77811ace54f05cfe9f758fa627dd609e5a97514ff3c425dc52c1179596de1237c0d997ede456e34d5ada621f25fc35400d4f5be5580bef8f3b773a33306db5cb79bb2fe95ceba8e042e4a4d4ef5b39e2163cd4f4fad1503c2ae843c9e7fdb416f388f0e78f2e0cd65aeeff6e61b33a88afaf0f1089dcf05e4fa0863e1c3e21acae6b8dcfb9dc0194d460d1a8246a43a0a01649d3d80fba995020970cd82d1a74e3d1adb648e9f7f0520f93d8a9c38ca39b4ba1b0b0981ff5999a3fc40eb769a6c2549e87777d70581a6f178784832de4f26569141286f2faeef7e1e38e263ea6272c8c5eb70b64b43fdc62aada80c66e63ed16d3aacd1434620ae9919d2ce2ebe520b85b25427ff02ea5d3a8a7189a21408a0c9630435c7334a927d3ff1dce351b613400655091c46c663e8cb49e8897ddc10beb3a59018311da9d2232acfe11523a8f7abefdc41e0b9c97f4a032ce2318e9f4fc6987f99561921d83a00beada26b8d71a11e12097fd18bfd21a5ed40d540861b5b71aa9f7ac901d5103b1dc1b752a239a125d4b3981d5c81badb990e4657ace253d6ae891714e6782e06e24693c85c0baacb863237c7d52eb6aa9a1a0efc22e5e241a21af0a8bef42492bb57eaab7d358e8c45e994eb59cb8705d9e5ea15cdd41f362fae09374b18cc7bab73c62cbeee88d41a3bed7d2896767aa4dd2645bc1ece9c74e91311d814f32c5dc3393bac08947ffa3e0e028618c96afc788f6845d546723d964402182cb77e1740ffb69d47aea4b6d43e1b1ec4bfd7eca4522f2fdb5d5ef9dda3ffb89ca68997a442b2e6753b10d9d20def6155c0aefb2a116445b2f8a178577c487f46217369cd41ee90e0bb01cf96d6ce8a1a3c4e50f59684060fc25d09d7d2646a8280d1e0d77ae2cc3a8f686141a7d26eebc5133b9d8f65aa8f88cd3460c4b7b3a7c6a0afb0eb47593e0eacdce89f36151687cafcd909dd263a6743abdf16e0fc2836bae51a6932194d994b863cfee5dda4965b1259d402782cbc7f43379d90acf500a3dd84d6a22beddc35860fe6a2e0caed473b276e0c572dcd1c54e5061be69c2a54bfef4dfcfa9d0ef4c61cf4fa6fcec3ea31d2fcd371a71c1f82a298fe994da65d3a02a642a0226faf800836074bd89c1234d62fa8b0fa4429cc421e9b9307b3e7929a7a587276e87f4a191f3e01a5e5df1128bdcf2e2bb7f4d09fde2d31a229d0a24e777faee2cbdcc73607e396d2f146096463ae6bb1f6c94660a97b2cf77ab47697a22b369a3f3367bd070de548368b86ea2ef7e7e089e43899b862473c57eb00c86813e1daae779e1e2b91fa978a0c6c8cfae30ae6e181fa692a0c27fc975875176024da615bcfeab5c37a51f7b9cd2fa9d29f406afbab13d4cda65202d595211c4c4b317f1d0e963f6d1346cc377fb5d2fe9043d9cad183022f55ead30fba6e21b942d10a984926b8ac15681ea3439e0a44c97548dabf752bb57e8de900e3f549bd570ee77995922f7c6d2f69931f19b6598cbc7589ce953529dc0b052035d21555233d8ed8a9ed046a5cea65b7b76efd297d09607d0bba9d889513e1f53980d674a536c937413d5b385bb534ef0544ef05c33ec9a68b23bd49e08bf61da654aa74ed2546c87430da599276565d164e11e358c75a8cfaa15475d47c3a5b2e76258d5728a0bc5677b29ae70530c71791d50366f162d567babe988a307ea586cb4d5f672c2d558cdd4908ee6e23b2ff8f12c1daf5b495dca4ea5670b535311bc51986ecc7b3d33507af227aa024d47ba53b0755a6c345a8e9c12adbe935326731fb48383bf93d7bc657a20ba7ac947588997d930a8cf85df93aae91ceb835a191debf91552cb0f2a118344bd5e21eadb570ca88fbc85cc091a62c596cbe59267f1e66e916bbd2593dd9a416823df42c455d61706f4c8894a1901dfbc426df99ecb87bdc6e50f46e027d61bebd0a2f093e6c67bcf20a93afd7398e1fdd2ea968fed8466e2823b611d47e180019594537951fb152b61858a411697a67c36ff566bd82781a2c68e61267faab5be2421cd0c94711ec37caa6930dd5adde882e68f6573c7fb0789adf1b1044d572198433eb1cbe2d4a223e712b987c44b358d8ee2a70a3003a221751a2a15b25e8fd94496089769b48386ce5614894f211484313a8c36255246198bf74b28775ad085f280aa64b6788511fa33e340dbdb90145ee998d5dcb916f3be347a98fa78592d9410830e94ef612fbb3e15f30eec0aebeb5452b1cb43e08fb12b7befe8c20e7685f712921dec0aed1c3a0a76d1c08d95544b76d1c2f51ed331580935060dcd5b5d18a41a8f4d154fa93c17806fb73fb65e70798e53b7fe9bcf979147dd15e59ccaa1eb70adc798af6b68b1c85c6fb74e6296e98c563b64a8067922e11dc5856010fab3e674199d495bc0472fb31faaac8da35f689ed9b1eb4629378ae37344857a941fea77c88241c68fa0b6e6cbd2ce622852150a16bfd7fa7cec335fee29db83c3c11ea4146b063bb4316adba813281cb550fa8ddae7fc376127d3b5a697817ef0ec769e56caf94b01fd345a1233dbee8ef48df0cd10c3a568528efd302cdd4626198d92854e6d222fcf1073bb531fef5c7cb894593535f525df0e3ecfbddec67ffacfbded3513c6a43ed7df782bb93e9b3d9abff1c5c22fe6658c7dee6effaa5025331e255eae47d695ce63ac9a740ae1ab3752a856085f08904dedda79f3dfad691e5fb5758d26504643dbcc4af8b0298f65400d8de3f4c6d0d23962ef5f8609db4de48f7028de7596ce477618752fb58c07f5b30acd1b14708cdb2c46f1a04d3b7f7514f542e0b5e763804ab5c7abb8770b3a4d1f4c6aa381d15429f5152ca79a61d6de961f311877eb111475047fa261442227c59c712d1ba1a4821dfd0855778f551d211e65466ca063c6dad009af2528053a5af628ee757c7425cddc95e1135ec7dd183b23cd04dab1b1c60101933f4e8bc77d7aec50f0a4c6c40c879b9dc52b1498ede3837d21e24c728939475c386d1e841109a31473c6039507659a0565723156e053f58a4c3e26ed0612262547210c0a588aab5c0434a97457cc251402b5134681421adb8f023df483685ebdbed650bf9e5613515e6f63fbaf0fd4f7f7dbfccf5ed9480d05a1ce80f0aa922ac59c6191bd16385c6ca4c0a0d603d5466d7e3431a898af3a4e84abe17eea9050daf7d3c215a7c699bc800127e85bbcd75b76dcaef78c4d41a7dbf47de43cfded8faa1fad8ab5de079f60f6f25614af9e2e789364579df640ab8c62015dbc2bbded5339af856c77fffc35eb3869464e85368aeaa75bec1434aa3f2ed0a0ea65a24063a3916e8186b5d1edd7bb9ae8be9c5f5ab8dd2aaea1f71ccf88746fe9b1cf0c6e47f958ebac6dc65c7b2eb67714edf7ae0a5886d8708f07b7be7dfa0aa8f2e4d5873f84fa06acacf4b16091ea1cd9f2e369d2bdb64bb21e370d4ba30d574eedb6af7d7b18bf1429d1b5dd9c4aacd2f0e461cc17482822c8f445d27e4f9e72bc561439ba92d6d722d4705f9f7b8afef788a3fc3aa61247f9418cb59f8d159f93869db3258dd0eef9a1218d7adc784a5d2ebd72c60fe389f53e41fb7a4f69c2f6d35618a5210f4e1fe6a010877da7b35f1aaf7c93d71207119e6c2fc35e5b258df1a5ba670a657886cf0a44b1dc086fa93ffb929640ec83261f37a65217ada4f534ccea0fbc1f046261f43061fb692368690824acffbe0c8544d2f7667f8b4854fbea2897f03a7eafec855632b15cb410094de3befba04cfca02da1f8ac4bc059db9830d6fa70432ed9a0f3411864309c40e9626598494750d632a4211aea862c0ac9587ff6638261fa6ef58b13c5a8a5f252deb1ddb07dcdc2a91cc722fc5e4986d75f05c80725e9076d49d2671b926c4c98287c98ad9dd4b9ccc29be7f58bf02ebe905a92e15d7b491a92a4ea04a090a48e148224c233ff4f68146836f4dd2db73eded732a88cdbb19651c4b5bd59708957f8ce0cbe80bd1e2481be6a2d9aee78dd4c535b0df15232695fed952bec8a14f8a5f368a276a4f328565feb59758aeca9508a4a498f1ea1c50b403a2bd5d4f71ed64e708bc374bfb2632c1b8d51a946bd4bcfe011d6034954ff41385842fa932295f1319d847b48c5c9a90fa33afce2db579aa3751fce62f37d0d72cabdd97bb1f3198af756794bfb1cf12356bb25b1fb9d7f031842590f98879a6bb2faf605a5d55c8c582b905b51baf1bc27c1254e7cd9f3cec831e742e37967e49a31181eb23ffac970af63ca3b93e5d2bf5e94adad2398bf42bafe948ef6732107fcc9cb217efecb989ea6bf809de212f135594e6031e56d0cb1982445ea2dc6582234f58588350fd1299ad89f329cb459703559f8f299191d378ee23b4b3971334d8ce47b155521343cdfa2ac2651f657987d72a6eba64853ce8138de9b9827c1953e1d0dc2438bd8e8eeac24f7ca654b19aa4e5a706594d18af85378e9a20c21e1a96594dfa23cf2d66684e9f3967287c3c81f4dc2431acaefd1fc39084dd2634279df9da4e662e6628c5b28cb9dd3943f4e84db777ecad622bd8ce2b64857f365e2698832e434214966aebf93e3d2dc20dc3fd685913423728f012c763dd6981c3c4c0f77de42ef18eabc4631112ee15d72757f165cb9e93031e29ce25921976aea62342fd4c4956124dfd348c1d59692e8befe88408d947d3ce04b43209c373e19d0f56eedec438161758a1b7545611c8ea4e3cac3e5edf2f636');
INSERT INTO public.records VALUES (8, '\x8ba1050080aaaaaaeaff740d906baa9babaab985b9e92d2a2b322101b2b20222bc4e090e09eaaa62660a6ea662212ae6115e0eeef79be8bf0b8dd57bcbdeb400484f9e4422914864a0eb662d32125959a164ebdd749c8edf90aa35fe0f372861c4d9838372cd32a2a450f19ab70614f09a7f4470a08db726206e9a60cda6ed777ad3c5da6e7ac4ae3be9ba89b507052560f69c081c0c9411144c14bc24cae060a2e02750209c8601191c9430625c2704055e04e745c01905258c18d709e3938003abede3c6988d6d0fc63ad33863abceecbe68edb40605453c0bc627d9ff85d2767a5fd75fce981857f68aea7f0ab8ceda6a67864e642de0a0f769c2086a42c39511dc0d8ae002316120f4b00505e794b3829cfd250dc6e839a060c652fc80e020a338f7fcfafae7bf5f6f4fdf9effbcfcfb7a78f0f2701a732b4fe0208c4c336e9099d86db710cf7de0297af15bb82b58fc8005dcefa373505ca638bb41ca113fc16905d9cf974107f269297d90441950b675e807d4443db47b5b5905290bf269b6770c8e0a18df572c82a0bc418ae04c6818c948111c7c7f3e400c66621459dc766b6c5be94a57c675f1a14e3949f2429c0734e9915222d87cd7bb56c1fb8a2b02346caa5641a09c310888522b10e94f53c86e9daa481f79221f513ca7b355a340c6c4f1c5b35cc1f57e2aa8a0205f900f694e7908851b34bfd1ca215fd04c7c24c1b443a04e9b27703f2a98280fdfd8cf98099c1c15cc3ee5c3c8e82360947cbc24a3d0dfc713c8a7350e9834aa8e0a025d906940d50d22a70be6b848e9e4144904a8c22269f68208a7399532255bf61926eac1e5759a147896d4fb60dd14784911f3d518df80380d293f2f14c6dc60d2b45dd3ee4d6beaba6dabbd8213d347692f92af4cc37c5ae707d33c56badaeb765f19bd07059863ca184a08342f13ba845e3c23c6b2502ef89da804948cd67a654d2f443ca0b619780196a69e69b60bd184ddb29df9960de9eb293f5ae663a915e0e78255a240c6960f31e55036f8225ab6e448619dc1c5379840f9d607b4de557a533eebbde8348002a1059cf08a5d6766fc895671a7c9e73328a0be2fd8379436755b571ec786ce5f69cde225255fce5841cabbda56b574e0aa59d1dd408eb863fc8e3676866bc6981883bc35365a549e8511b556f0417c46deb3e61e258cd0aa91fa0ac54fa2f3baacac410bfae06e5819f5890e7b8459badc40dd316d6acda011fb5c7ae4b7f43ffa47e944f10a5c76a97416eb1c91ff9a289cbb83425d5df71e0546eefd88504957695dd632734f3ce4a67b5c806b1eab8ed46b06675aed1bfc95c1fd68ed238e7191eb844f39fef4575a9361ec7a7a5470726e91bf1fafc5f95d2e8c05b33c423c72b6b60a4ae0b478c5967891b16820053d1b4d9e072cf2e253dec7b6e8d787a0594a654cfd36930bf5f24bd22fce9cde158d3f3bd9d95db5df84f7a6b6631ec7860449c2cf1ebe86d8f6a9383a7720752e2832d19aa3ed34f771a579b49d7d527093e6bffe62b924ff21ddf777accf78bfd8217d8b3b127bb443fd1df7fa1c28d45970e70b53ef2bab3ae01dc7cbb24f8ee28b14469f3f49ac37f8a47ccfde12f1705dbe05d865b9f9a5446b0db5d0edfdfb3e0f7abf0f');
INSERT INTO public.records VALUES (9, '\x0bcf000080aaaaaaeaff74e76ba879a81a849b86cb2d8e71885bdc1cfc20ae2a66ae006aaa06aaa20e10e010b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7177a78c8ce20f4bfa20fd1144e6d9477078336ca7704c13a9e5d1099165efde4c3f93c5d3e384e413ee78b5fedb27a0f831ea4704b1584237390a9b6280d06b906d6540b08b906ce30d096b64d9a1ab5f09038b2c08055653f14e4cc6a75c42f0561b6f3323937cdfed7cde4cee496939ffd9bb564ad1eaedc54fadb491c8d35d5f2d341d69ca34b4707614fbd4b84c1ca298f26a03272363878930ebadefa3039fa38c27dc44d147021d4a734de04f4426ce929e53d5df5dea53d25028ad235edac848ff041f6dfe068b5aec69970d3b472d00ebadefe07');
INSERT INTO public.records VALUES (10, '\x0bcf000080aaaaaaeaff74e76ba879a82ab89b79c82d8e71885bdc1cfc20ae2a6eae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7177a78c8c620f4ffa20fd1140e6d944f078336ca4f04c13af62e884c673f2fd322cb3cf171394fec820b7338d9fbd711063d48e1962a087be620536d511a0c720daca91610720d9c61a02dadab34356ae12171648101abcab62bc899d5ea88df0a82b77e9e9c9bfcf2e73cb913797f58fcf2612d59ab872b3795fe761247634db5fc769035e7e8d2d141d852ef126170e79447135019391becbc4a075dae7d98ec7d1ce136e22a0ab810ea531aaf027a21b6f494f29eae7aebd29e120145e99a3656c247f820fb36d85bad77e34cb869ba73d00eba5cdf03');
INSERT INTO public.records VALUES (11, '\x0bcf000080aaaaaaeaff74e76ba845a81a44b8b9cb2d8e71885bdc1cfc20ae2a6eae006aaa06a2a20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7277abccbc620f4ff6a77b11cdf75d48f00071df52781e003cf218a4ca7535aa6c5cbe7740ac7eb94f8b8483a5c639000871ea5b2e606c25e38cad43489c2a1b4c8965b05a1b4c8050ea6795d45d5a8c5bba451040e6c26db6ea0e056ab237d1b08b39f0f5308d3bcfc8599c217cdc7f7655edebc27eff5706335e96f2769285b6ef5b783bc3b47978d0ec2967b9704871be73254407594e2b0f32a1d74bef461b2f77184eb48ab18e0426c0f515e05f444d2fc90fa9eae76eda20f4980a274cb1b1be1237c907f39ecdadacd381356cb378ed641e7cb6b');
INSERT INTO public.records VALUES (12, '\x0bcf000080aaaaaaeaff74e76ba879a89adb0221b738c6216e7173f08398aa98b902a8991aa88a3a408083dbf2beb5318e717761186018ce71180698e0601bccf1238bdf5fa8fe213b8350ff0f7d88467f29edf8743028edf8092058c7bdf322dde286b99bd739745fd33477d769183cfb318ccb0883eae5e012330867622f5d2e410a0c52f6ac311f20a4ec39c1404bdc36296ad4fc43424b02035695fd549033abd511be1584def653e75cd7cf7fae2737d275b8ccfdfc612d59ab872b1795fe76125a618df9f8ad206bced1a5ad82b0c75a25c060e5985a11d0d152323879930abaddfb3039eb38c2d2c2260ab8e0f3530a6f027a2194f894e33d5d79a9529e120045a91a7756c247f820fb36384bceab71265c34aeecb5826ef7f7');
INSERT INTO public.records VALUES (13, '\x0bcf000080aaaaaaeaff74e76ba879a86ab8bb45c82d8e71885bdc1cfc20ae2a66ae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7277ab8cbc620f4ffa277d1140e6d9477078336ca4f04c13af62e884ce1f3364ff3d7f973621b96e9341fbd5fce1f969961d083146ea982b0670e32d516a5c120d7c09a6a0121d7c01906dad2ba4a53a316ee12471618b0aa6cbb829c59ad8ef8ad2078ebcf9373939fff9c2777a2a33dcc7e7eb396acd5c3959b4a7f3b89a3b1a65a7e3bc89a7374e9e8206ca97789305838e5d1045446ce063bafd241976b1f267b1f47b88db88a022e84fa90c6ab809e882d3da4bca7abdebab487444051baa68d95f0113ec8be0cf656eb629c09374d0b07eda0cbf535');
INSERT INTO public.records VALUES (14, '\x8bcb000080aaaaaaeaff74e76ba879a82ab8bb45c82d8e71885bdc1cfc20a62a66ae006aaa06aaa20e10e01096bbbb3ed658dada1ec3c7000f730cc3005f08036fa0e36f29fef3420f0fd91984fe57f4219ac2a98df2ee60d046f98e2058c7de0591e983573fcdcbbc4c7cbe5c27b788bdf2cc73b00b0c7a90c22d5510b65a0406b906d6540b08b906ce30d096b64d1a083d3c248e2c306055d90f0539d3897d9511bf14046ffd75726ef2f3aff3e42ee4cfa74f777eb396accdc5526eea6f8f385a23ca4f0759738e2c1d1d843df52e11062ba73c9a80cac8d9e0e04d3ae876f723e4e8639165c44d14d843a84f69bc09e885d8d253ca7b6e75e9d29e120155baa69d95d8083c90fd37385aad6b62bd70d3b472d00ebaddff07');
INSERT INTO public.records VALUES (15, '\x8bcb000080aaaaaaeaff74e76ba879a89a7b9881c92d8e71885bdc1cfc20ae2a66ae006aaa06aaa20e10e0e096bbbb3ed658dada1ec3c7000f730cc3005f08036fa0e36f29fef342f30fd91984f69ff5211afda9f6fce960507bfe092058c7a3f322c37d09e3305fc67958ce611a96b0acfeb2fad94d0c83e625738d0584ad6481412a9e35960c422a9e130cb4c66d930a42f30f093d090c5855f64341ce74625f65846f0561b4e33438378cf39f1bc97dd1793a2deef2612d599b8ba55cd5df1ea1d74694df06b2e61c59da1b087b6c4d020c568ea95701e59e92c1c19b34d0f5e647c8d1c622f71e3651600fbe3ca5f226a017428d4fc9efb9957b93fa9400a8d234eeacc446e081ecdbe0a8a5ac89f5c255e3ca5e1be87a7b0f');
INSERT INTO public.records VALUES (16, '\x0bcf000080aaaaaaeaff74e76ba879a8aa7bb8b9cb2d8e71885bdc1cfc20ae2a66ae00eaaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7177ab8cb8341e8ff45efa229ecda289f0e066d949f088275ec5d1099c4fa799abd2cd369ef96e9b43f9ce770deb3d805063d48e1962a085be620536d511a0c720daca91610720d9c61a02dadab34356ae12e71648101abca63539033abd511bf15046ffd71726ef2f39ff3e4bee870dccd7efeb096acd5c3959b4a7f3b89a3b1a65a7e3bc89a7374e9e8203c52ef1261b070caa309a88c9c0d365ea5832ed73e4cb63e8e701b7115055c08f5298d5701bd105b7a4a794f57bd75694f8980a2744d0f56c247f820fb36d85aad8b7126dc342d1cb4832ed7f7');
INSERT INTO public.records VALUES (17, '\x8bcb000080aaaaaaeaff74e76ba845a8aabb877bc82d8e71885bdc1cfc20a62a66ae006aaa06aaa20e10e0e096bbbb3ed658dada1ec3c7000f730cc3005f08036fa0e36f29fef3440f77d91884fe5ff42e9ac27b1be5c3c1a08df21341b08ebd0b22935c663f9de3619ee6833d4ef1602f319ce222b387410f52b8a50ac25a8bc020d7c09a6a0121d7c01906dad2ba4a03a187bbc4910506ac2adbae20673ab1af32e2b782e0adff9c9c9bfcf9cf7972273a5edebfdcf1cd5ab236174bb9a9bf3de2688d28bf1d64cd39b2747410b6d4bb44182c9cf268022a2367839d57e9a0ebcd8f90bd8f45e6115751600fa13ea4f12aa027624b0f29efb9d5b94b7b480454e99a36566223f040f665b0b75a97c47ae1a669e1a01d74bdbd06');
INSERT INTO public.records VALUES (18, '\x0b09020080aaaaaaeaff7415904b6642a8799aa983bbb9eb2d0f09017948808084382440401cd454c5cd14424dc54054d4c31d1cc2a4dbad6f29073145e10087e1e163b10d87c3c717cc3d6fa8e38f9696af3fb08685568f0eebbde8429ac24e5af939a04169e54f4487fde0ed1088bacba91fba717fb2dd344ce76e88e7718c176bcfc7031aac818a97c4e870cb3e50c71249d060e6e0357141879983cf685025cd3389356a61a1d832a141af4aeba6e80623e98cf84bd1a1ededb11b86ce8eaf8375c3c11dec6eb4e353dfbbbeb7c7ad5e94fa0ff169bf3fdba37da395d8c46be2f2b7a2db1f8e76379a3908b455744822bc3a928b4fb909a17be0472ac7004dc29f9574cc5da9563f133a7cc9fefe29695ef45b8528e94a02815b8e50586122a8ba9ff40e5e1702dec87dc960f11534ad14819bee1aa4bf708e24b0dbc6ea20acad2ae44450e8a6a00cba106cc2b3f8d538604cc8473f6532e04b84a4150a4702ba51682a6208a63be8922ab44a02dfc3b27284ee1ff827f96fb7abfdd8e197c1cdcf54d1bdbd1bac4a5bd9686a7126251a05be92f8ffc31ef867490abade204f95e44a9110a6aa69f5ca345f53ada59c261561bea02b2d67835e345d7c98be325d53a41220114b9a53f9bd71588242d01ba41253993109f10f2a18d2efc23b8e50a86e5c2a3d33c74bc187beef95cd5f9805307b009e9172e4d0562aa7d7e416165f66aae8dedebfbe06');
INSERT INTO public.records VALUES (21, '\x0bcf000080aaaaaaeaff74e76ba879a85a3898b9cb2d8e71885bdc1cfc20a62a66ae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7179a7fc8ce20b4ffac0fd1e84fb5e74f0783daf34f00c13a1e9d977518a7791e6659ecb05caed3c0fce52e2b9fafe1e260d0bc64aeb1807024f632941aa4c22015cf1a4b062115cf09065ae3b64955a3e61f127a1218b0aaec87829c59ad8ef0ad208c769c06e78671fe7323b989ecf9348ff387b564ad1eae5c55fadb49e8953596fcdb40d69ca34b7b03618fad4980c1ca31f52aa0dc533238789306baddfb3039da38c2d2c3260ab8e0cb532a6f027a21d4f894fc9eaeb234a94f0980a2348d3b2be1237c907d1b1cb594d53813ae1a57f6da40b7fb7b');
INSERT INTO public.records VALUES (23, '\x0bcf000080aaaaaaeaff74e76ba879a85ab8bb82cb2d8e71885bdc1cfc20a62a6eae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7177a78c8c620f4ffa20fd1140e6d944f078336ca4f04c13a9e5d90fbf415c54fdec7d37409c730cdf1e84f7e59d85f020c7a90c22d5510f6cc41a6daa23418e41a58532d20e41a38c3405b5a57696ad4c243e2c8020356956d579033abd511bf1584d9cee7c9b969f67f6e267726670f7ef61fd692b57ab87253e96f277134d654cb6f0759738e2e1d1d842df52e1106774e7934019591b3c1ceab74d0f5d687c9dec71196115751c085509fd27815d00bb1a5a794f774d5a54b7b4a0414a56bda58091fe183ecdb606fb5de8d33e1a6e9ce413be87a7b0f');
INSERT INTO public.records VALUES (25, '\x8bcb000080aaaaaaeaff74e76ba879a82a789847c82d8e71885bdc1cfc20a62a66ae006aaa06aaa20e10e0e096bbbb3ed658dada1ec3c7000f730cc3005f08036fa0e36f29fef3440f77d91984fe5ff42e9ac2a98df2ee60d046f9892058c7de0559a7f37cf1d36509615a9c5fa7735c3ed7d946f9f21f30e8410ab75441d86a1118e41a58532d20e41a38c3405bda366920f4709738b2c08055653f14e44c27f65546fc5610bcf5f3e4dce42f7fce939bc9f9d3973bbf594bd6e6622937f5b7471cad11e5b783ac3947968e0ec29e7a97088395531e4d4065e46c70f0261d74bdf91172f4b1c832e2260aec21d48734de04f4446ce921e53db7ba74690f89802a5dd3ce4a6c041ec8be0c8e56eb9a582fdc34ad1cb483aeb7d7');
INSERT INTO public.records VALUES (27, '\x0bcf000080aaaaaaeaff74e76ba879a81ac0e221b738c6216e7173f083b8aa98b902a8a91aa88a1a408083dbf2beb5318e717761186018ce71180698e0601bccf1238bdf5f68fe293b83d0feb33e45a3bfd49e3f1d0c6acf3f0104eb78745ed6619aa66558acbf0e573fbbc1ad76b6615adcc25f30685e32d7584038127b194a0d5261908a678d2583908ae70403ad71dba4aa51f34f093d090c5855f64341ceac5647f85610463bce8373c3b8fcb991dc4c6ebe2ce3f2612d59ab872b5795fe76127a658d25ff369035e7e8d2de40d8636b1260b0724cbd0a28f7940c0edea4816ef73e4c8e368ef0e86113055cf0e594ca9b805e08359e92dfd3551e4dea29015094a67167257c840fb26f83a396b21a67c255e3ca5e1be8767f0f');
INSERT INTO public.records VALUES (29, '\x0bcf000080aaaaaaeaff74e76ba879a82a789879c82d8e71885bdc1ce220ae2a66ae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7277ab8cbce20f4ffa277d1144e6d9477078336ca7704c13af62ec83acd212cd3e267375ddc729b96cf60e70b9fddc77985410f52b8a50ac29139c8545b9406835c036baa05845c036718684bdb264d8d5ab84b1c5960c0aab21f0a7266b53ae29782e0ad9f27e726bffc3a4f6e26ef4f8b5fdeac256bf570e5a6d2df4ee268aca9969f0eb2e61c5d3a3a087bea5d220c564e7934019591b3c1c19b74d0f5af0f93a38f23dc46dc440117427d48e34d404fc4961e52ded3556f5dda4322a0285dd3ce4af8081f645f0647ab7535ce849ba6958376d0f5ef35');
INSERT INTO public.records VALUES (32, '\x0bcf000080aaaaaaeaff74e76ba845a8aa1bb839c82d8e71885bdc1cfc20ae2a66ae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7177a78c8ce20f4ffa20fd1143edb285f0e066d949f088275ec5d9075bacca7655a9cc8c4773e4de779b59167169e3d0c7a90c22d55108ecc41a6daa23418e41a58532d20e41a38c3405bda36696ad4c243e2c802035695fd509033abd511bf15046ffd79726ef2cb9ff3e4cee42f9f8b5f3eac256bf570e5a6d2df4ee268aca996df0eb2e61c5d3a3a087bea5d220c564e7934019591b3c1c19b74d0f5d687c9d1c711ee236ea2800ba13ea5f126a017624b4f29efe9aaf72eed29115094ae6967257c840fb26f83a3d5ba1a67c24dd3ca413be87a7b0f');
INSERT INTO public.records VALUES (20, '\x0b80010080aaaaaaeaff7455e06ba879aa5a98bbb9eb2d0f09017948803cc42d200e6aaa62660a61a662a0a2ea99010e6ee1ed6edf628a69347c1c3e868f61b13d3e0e8701696c79431d7fac98ff7940c24abb87837ce7ba524de1545afe61a1515afe1de160acef6da0b9b3e374ee46fb7aeda6eb60ba38f8f17c0d21c4f90a0d09947d490c8785334163e3e06be20c878d83dfa0514b5a162a7090b0526c1b41c3d74afb51e1accec426bd117f5638f4a6bf74d676fdf86e7b672fce98d3cd0e2fc638637c61d597fafea01b6ed761bcecd4115b49c5f08fc0f5f676be9d067d084bb5091ca8142ed0987dda5a21b807be52ae016e2afc4f4847b293885f080e7525a549575b58a5a8b855499114cfcae76f25950ea7de57527c9079b9a8d58baa695f28c9094f8dc32f24701f9f69a0748ce2a61617aa849c81ef549c39f7402ce94e19ce68f02454ee14097a929a765f19b13d898c6c2633857986cb6ddb347ca969f6e1fae6e99e22e500465cd292f2af83c3da1102a34139a6bca0038e2fcaf57c09cf22c2427270167a638e1961d618a3ecf697b900da9f817b993e72683be54fd7e47f587d5e48e03e3e9fcf01');
INSERT INTO public.records VALUES (31, '\x8b7f010080aaaaaaeaff7455e06baa79aa5ab8bbb9eb2d0f09097948803cc42d200e6aaa62660a61a66220a2e699010e61e1edae6f31c5341a3e0e1f878f61b13d3e0e8701696c79431d7fac98ff7942d3425b44807ed6b6502be92447fdee612147fd9d11e07cec7da2a91b2ed7a11bee7eec6e7e1abb78cb2edf13e5340eb0d044354a6104cc5c09162ba7d80a5704ac9ce20a8b26659e4910a069a17cac048bd81a6d7b43f03613abf446fed110d0bbfeda79dff5c3abef83bf86fe7cbafbf337e78273beb016a5bd3fe95e2eb7db4bbf537a3e2415a33f8a70f1ee7c1aec1d2cb5431140222cb09862590f2184273e4a6d016e14fea7a423d94835ce8480b690d1a4992d2c53367c342d990c4f26d64fa38df6605e1732bc9378f36296a8a6956d614b4ef8b2d8e34c8af0f69e064afb286e3cf24c8d9091f841e2ccb927b29407550467c1a3923c2813f4a4ad6cb131625b511d594d66847942a8c7ba5a4469658ae9faeee95132d504462c652ef5e7ce69a90881b3a09a4b9dd101fb07d57abe846711a190ee5c957e31e78c30ef9c530efbcb2c80f617e05ea6cf9c8e8deaa74bf23f2db1cea4086fef5f5f03');
INSERT INTO public.records VALUES (34, '\x0bcf000080aaaaaaeaff74e76ba879a86a049885cb2d8e71885bdc1cfc20a62a6eae006aaa06aaa20e10e0e0b6bc6f6d8c63dc5d18061886731c86012638d80673fcc8e2f7277ab8cbce20f4ffa277d1144e6d9477078336ca4f04c13af62ec86d3aafbc4c8bd8387d9d839f9cccb33faf3e78cb30e8410ab75441383207996a8bd260906b604db580906be00c036d69dba4a9510b7789230b0c5855f64341ceac5647fc5610bcf5f3e4dce4973fe7c9cdf4f1795afcf2662d59ab872b3795fe761247634db5fc769035e7e8d2d141d853ef126170e39447135019391b1cbc49075dae7d981c7d1c611d7113055c08f5218d37013d115b7a48794f575dbbb487444051baa69d95f0113ec8be0c8e56ebcd38136e9a6e1cb4832ed7d7');


--
-- Data for Name: runs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (2, '01a21cee-24a7-7db0-9483-dec4136e0d4c', 'place-order', 'local', 1795781698727, 1795781698727, 0, 'missed', 0, 285, 'vm/01a21ced-cbd3-7121-9c30-9d90f25213cf');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (5, '01a21cee-3c17-7234-a936-99c08f894d85', 'place-order', 'local', 1795781704727, 1795781704727, 0, 'missed', 0, 286, 'vm/01a21ced-cbd3-7121-9c30-9d90f25213cf');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (4, '01a21cee-2d4b-74f8-8e16-5fa1c1c61963', 'gone', 'local', 1795781700914, 1795781700939, 3184.2, 'failed', 1, 1095, 'vm/01a21ced-cbd3-7121-9c30-9d90f25213cf');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (1, '01a21cee-0e67-72a9-a108-c95c3b41ef8c', 'place-order', 'local', 1795781692727, 1795781693031, 11157.3, 'degraded', 1, 4270, 'vm/01a21ced-cbd3-7121-9c30-9d90f25213cf');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (7, '01a21cee-538a-7112-aa5f-c08b50e13099', 'place-order', 'local', 1795781710727, 1795781710730, 1431.3, 'degraded', 1, 4027, 'vm/01a21ced-cbd3-7121-9c30-9d90f25213cf');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (8, '01a21cee-5c21-7f40-9d32-fee99b035d3a', 'gone', 'local', 1795781712914, 1795781712929, 922.4, 'failed', 1, 1171, 'vm/01a21ced-cbd3-7121-9c30-9d90f25213cf');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (9, '01a21cee-6af7-7c55-94ad-ce8297f06f77', 'place-order', 'local', 1795781716727, 1795781716727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (10, '01a21cee-8267-7e76-a478-a1c1c6c50f94', 'place-order', 'local', 1795781722727, 1795781722727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (11, '01a21cee-99d7-70e4-918b-da87ed6bc1e1', 'place-order', 'local', 1795781728727, 1795781728727, 0, 'missed', 0, 284, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (12, '01a21cee-b147-7f7d-9667-3644cac5d5b5', 'place-order', 'local', 1795781734727, 1795781734727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (13, '01a21cee-c8b7-7968-a0cf-57422f630aaa', 'place-order', 'local', 1795781740727, 1795781740727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (14, '01a21cee-8af2-7b7b-a456-1be06a7a7c0b', 'gone', 'local', 1795781724914, 1795781724914, 0, 'missed', 0, 282, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (15, '01a21cee-b9d2-7427-93d6-9d9fc4fc716a', 'gone', 'local', 1795781736914, 1795781736914, 0, 'missed', 0, 283, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (16, '01a21cee-e027-72ef-831f-83497c93ae0f', 'place-order', 'local', 1795781746727, 1795781746727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (17, '01a21cee-e8b2-7d3b-b304-d308dc5dfeb2', 'gone', 'local', 1795781748914, 1795781748914, 0, 'missed', 0, 283, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (18, '01a21cee-f801-7382-b1b9-1d977df22965', 'place-order', 'local', 1795781752727, 1795781752833, 3562.7, 'error', 1, 524, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (19, '01a21cef-0f12-7cd6-8f2d-cc3834f8c9a8', 'place-order', 'local', 1795781758727, 1795781758738, 0, NULL, 0, 0, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (21, '01a21cef-2677-7eb0-b896-aa318fa49d81', 'place-order', 'local', 1795781764727, 1795781764727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (23, '01a21cef-3de7-77d5-9c4c-2d4757bba79c', 'place-order', 'local', 1795781770727, 1795781770727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (25, '01a21cef-4672-7bcc-b12f-4db8f60de925', 'gone', 'local', 1795781772914, 1795781772914, 0, 'missed', 0, 282, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (27, '01a21cef-5557-70c8-8c61-1f060d5717a9', 'place-order', 'local', 1795781776727, 1795781776727, 0, 'missed', 0, 284, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (29, '01a21cef-6cc7-7261-817b-79c068a4154f', 'place-order', 'local', 1795781782727, 1795781782727, 0, 'missed', 0, 285, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (20, '01a21cef-17b5-7138-b840-d4a758cccdf8', 'gone', 'local', 1795781760914, 1795781760949, 21959.4, 'error', 1, 433, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (32, '01a21cef-8437-71ee-aba3-64f0da4aea42', 'place-order', 'local', 1795781788727, 1795781788727, 0, 'missed', 0, 284, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (31, '01a21cef-7567-791b-81fb-a8d0d9cedcb7', 'gone', 'local', 1795781784914, 1795781784935, 5104.7, 'error', 1, 432, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');
INSERT INTO public.runs OVERRIDING SYSTEM VALUE VALUES (34, '01a21cef-9ba7-7e0d-89c2-1e6629b2c20a', 'place-order', 'local', 1795781794727, 1795781794727, 0, 'missed', 0, 284, 'vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e');


--
-- Data for Name: schemaversions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.schemaversions VALUES (1, 'Synthetic.Results.Schema.0001-runs.sql', '2026-11-27 12:14:35.813546');


--
-- Data for Name: workers; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.workers VALUES ('vm/01a21cee-819b-7b2b-aa42-ac9010a8ab7e', 'local', 1795781795837);


--
-- Name: outbox_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.outbox_id_seq', 8, true);


--
-- Name: runs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.runs_id_seq', 35, true);


--
-- Name: schemaversions_schemaversionsid_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.schemaversions_schemaversionsid_seq', 1, true);


--
-- Name: schemaversions PK_schemaversions_Id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schemaversions
    ADD CONSTRAINT "PK_schemaversions_Id" PRIMARY KEY (schemaversionsid);


--
-- Name: alert_states alert_states_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alert_states
    ADD CONSTRAINT alert_states_pkey PRIMARY KEY (location, scenario);


--
-- Name: component_times component_times_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.component_times
    ADD CONSTRAINT component_times_pkey PRIMARY KEY (scenario, step, component, started_at, run);


--
-- Name: deliveries deliveries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (location, notifier);


--
-- Name: outbox outbox_location_notifier_message_key_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_location_notifier_message_key_key UNIQUE (location, notifier, message_key);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: records records_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_pkey PRIMARY KEY (run);


--
-- Name: runs runs_location_scenario_scheduled_at_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_location_scenario_scheduled_at_key UNIQUE (location, scenario, scheduled_at);


--
-- Name: runs runs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (id);


--
-- Name: runs runs_run_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_run_id_key UNIQUE (run_id);


--
-- Name: workers workers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workers
    ADD CONSTRAINT workers_pkey PRIMARY KEY (id);


--
-- Name: component_times_by_run; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX component_times_by_run ON public.component_times USING btree (run);


--
-- Name: runs_by_age; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX runs_by_age ON public.runs USING btree (is_bad, started_at);


--
-- Name: runs_by_scenario; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX runs_by_scenario ON public.runs USING btree (scenario, started_at, id);


--
-- Name: runs_by_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX runs_by_status ON public.runs USING btree (status, started_at, id);


--
-- Name: runs_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX runs_by_time ON public.runs USING btree (started_at, id);


--
-- Name: runs_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX runs_open ON public.runs USING btree (location) WHERE (status IS NULL);


--
-- Name: component_times component_times_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.component_times
    ADD CONSTRAINT component_times_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id) ON DELETE CASCADE;


--
-- Name: records records_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.records
    ADD CONSTRAINT records_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


